package org.sessionsettlement.controlplane.session;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.booking.BookingDirectory;
import org.sessionsettlement.controlplane.booking.BookingView;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.Side;
import org.sessionsettlement.rules.Standing;
import org.sessionsettlement.tempo.Address;

/** How a session stands for one of its parties, from the facts that a verdict would use now. */
public final class Standings {
  private static final long NO_WINDOW_ASKED_FOR = 0;

  private final Database database;
  private final Presence presence;
  private final ParticipantTable participants;
  private final BookingDirectory bookings;
  private final Gaps gaps;

  /** The service's gaps inside a window; {@code ops} keeps them. */
  public interface Gaps {
    List<Interval> within(Interval window);
  }

  public Standings(Database database, Presence presence, BookingDirectory bookings, Gaps gaps) {
    this.database = database;
    this.presence = presence;
    this.participants = new ParticipantTable(database);
    this.bookings = bookings;
    this.gaps = gaps;
  }

  /** What came of asking. */
  public sealed interface Result {
    /**
     * The standing.
     *
     * @param atMs the watermark: nothing after it is in the standing
     */
    record Found(Role role, long atMs, Standing standing) implements Result {}

    record Refused(ProblemCode code) implements Result {}
  }

  /** The standing of this wallet, where it is a party. */
  public Result of(BookingKey key, Address wallet) {
    // The directory may ask the chain: never while the lock is held.
    return bookings
        .find(key)
        .map(booking -> of(booking, wallet))
        .orElseGet(() -> new Result.Refused(ProblemCode.BOOKING_NOT_FOUND));
  }

  private Result of(BookingView booking, Address wallet) {
    return JoinRule.roleOf(booking, wallet)
        .<Result>map(role -> database.inTransaction(() -> found(booking, role)))
        .orElseGet(() -> new Result.Refused(ProblemCode.NOT_A_PARTICIPANT));
  }

  private Result found(BookingView booking, Role role) {
    var slot = booking.slot();
    var seen = presence.snapshot(booking.key());
    var facts =
        new Facts(
            slot,
            seen.host(),
            seen.guest(),
            gaps.within(new Interval(slot.startMs(), slot.endMs())),
            seen.watermarkMs(),
            NO_WINDOW_ASKED_FOR);
    return new Result.Found(
        role, seen.watermarkMs(), Standing.of(facts, role.side(), there(booking.key())));
  }

  /** After a snapshot, what is open has a lease that holds. */
  private Set<Side> there(BookingKey key) {
    return participants.open(key).stream()
        .map(connection -> connection.role().side())
        .collect(Collectors.toUnmodifiableSet());
  }
}
