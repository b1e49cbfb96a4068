package org.sessionsettlement.escrow;

import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.Intervals;
import org.sessionsettlement.rules.SessionFacts;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** The members that every payload has: from JSON back to the facts of a session. */
final class FactsReading {
  static final Set<String> MEMBERS =
      Set.of("chainId", "escrow", "bookingId", "slot", "host", "guest", "gaps", "watermark");

  private static final Set<String> SLOT =
      Set.of("startTime", "durationMins", "graceMins", "minOverlapMins");
  private static final Set<String> PARTY = Set.of("address", "intervals");
  private static final Pattern BOOKING_ID = Pattern.compile("0|[1-9][0-9]{0,77}");

  private FactsReading() {}

  static SessionFacts read(JsonValue json) {
    String bookingId = json.get("bookingId").text();
    check(BOOKING_ID.matcher(bookingId).matches(), "bookingId is no decimal number");
    SlotTerms slot = slot(json.get("slot"));
    long watermarkMs = json.get("watermark").number();
    Interval known = known(slot, watermarkMs);
    return new SessionFacts(
        json.get("chainId").number(),
        json.get("escrow").address().toString(),
        bookingId,
        slot,
        party(json.get("host"), known),
        party(json.get("guest"), known),
        intervals(json.get("gaps"), known),
        watermarkMs);
  }

  /** [S, min(W, E)): nothing is on record outside. */
  private static Interval known(SlotTerms slot, long watermarkMs) {
    long until = Math.min(watermarkMs, slot.endMs());
    return new Interval(slot.startMs(), Math.max(slot.startMs(), until));
  }

  private static SlotTerms slot(JsonValue json) {
    require(json, SLOT);
    return new SlotTerms(
        json.get("startTime").number(),
        Math.toIntExact(json.get("durationMins").number()),
        json.get("graceMins").number(),
        Math.toIntExact(json.get("minOverlapMins").number()));
  }

  private static SessionFacts.Party party(JsonValue json, Interval known) {
    require(json, PARTY);
    return new SessionFacts.Party(
        json.get("address").address().toString(), intervals(json.get("intervals"), known));
  }

  private static List<Interval> intervals(JsonValue json, Interval known) {
    List<Interval> all = json.items().stream().map(FactsReading::interval).collect(toList());
    List<Interval> united = Intervals.unite(all);
    check(united.equals(all), "intervals are not united and in order");
    List<Interval> inside = Intervals.clip(all, known.fromMs(), known.untilMs());
    check(inside.equals(all), "an interval outside of what was known of the session");
    return all;
  }

  private static Interval interval(JsonValue json) {
    List<JsonValue> ends = json.items();
    check(ends.size() == 2, "an interval has two ends");
    return new Interval(ends.get(0).number(), ends.get(1).number());
  }

  static void require(JsonValue json, Set<String> members) {
    check(json.names().equals(members), "members are missing or unknown");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new MalformedMetricsException(otherwise);
    }
  }
}
