package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.ops.Gaps;
import org.sessionsettlement.controlplane.session.Presence;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Interval;

/** Reads everything that the rulebook is asked with, while the bookings' locks are held. */
final class FactsReader {
  private final Presence presence;
  private final Gaps gaps;

  FactsReader(Database database, InstantSource clock) {
    this.presence = new Presence(database, clock);
    this.gaps = new Gaps(database);
  }

  /** The facts of each of these bookings at that time of the chain. */
  Map<BookingKey, Facts> read(List<BookingRecord> bookings, long chainTimeSeconds) {
    var presences = presence.snapshots(bookings.stream().map(BookingRecord::key).toList());
    var gapsOf = new HashMap<Interval, List<Interval>>();
    var facts = new HashMap<BookingKey, Facts>();
    for (var booking : bookings) {
      var slot = booking.slot();
      var seen = Objects.requireNonNull(presences.get(booking.key()));
      var unwatched =
          gapsOf.computeIfAbsent(new Interval(slot.startMs(), slot.endMs()), gaps::within);
      facts.put(
          booking.key(),
          new Facts(
              slot, seen.host(), seen.guest(), unwatched, seen.watermarkMs(), chainTimeSeconds));
    }
    return facts;
  }

  /** From now on no presence is written before the watermarks of these facts. */
  void recordUse(Map<BookingKey, Facts> facts) {
    presence.recordUsedWatermarks(
        facts.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().watermarkMs())));
  }
}
