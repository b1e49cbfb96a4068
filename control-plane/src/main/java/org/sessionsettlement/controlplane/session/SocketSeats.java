package org.sessionsettlement.controlplane.session;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sessionsettlement.controlplane.booking.BookingDirectory;
import org.sessionsettlement.controlplane.booking.BookingView;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.tempo.Address;

/** What the opening and closing of sockets does to seats (docs/signalling.md, "Presence"). */
public final class SocketSeats {
  private final Database database;
  private final ParticipantTable participants;
  private final LeaseCloser leases;
  private final BookingDirectory bookings;
  private final InstantSource clock;

  public SocketSeats(Database database, BookingDirectory bookings, InstantSource clock) {
    this.database = database;
    this.participants = new ParticipantTable(database);
    this.leases = new LeaseCloser(database);
    this.bookings = bookings;
    this.clock = clock;
  }

  /** What became of a socket's wish to open. */
  public sealed interface Result {
    /**
     * It may.
     *
     * @param peer the other party's open connection, with a socket or without
     */
    record Attached(Role role, long nowMs, long endsMs, Optional<UUID> peer) implements Result {}

    record Refused(ProblemCode code) implements Result {}
  }

  /** Opens a socket for this wallet's connection: that renews its lease, if it holds. */
  public Result attach(BookingKey key, Address wallet, UUID connectionId) {
    // The directory may ask the chain: never while the lock is held.
    return bookings
        .find(key)
        .map(booking -> attach(booking, wallet, connectionId))
        .orElseGet(() -> new Result.Refused(ProblemCode.BOOKING_NOT_FOUND));
  }

  private Result attach(BookingView booking, Address wallet, UUID connectionId) {
    if (JoinRule.roleOf(booking, wallet).isEmpty()) {
      return new Result.Refused(ProblemCode.NOT_A_PARTICIPANT);
    }
    return database.locked(
        booking.key(),
        () ->
            participants
                .find(booking.key(), connectionId)
                .filter(found -> found.wallet().equals(wallet))
                .map(found -> attach(booking, found))
                .orElseGet(() -> new Result.Refused(ProblemCode.CONNECTION_NOT_FOUND)));
  }

  private Result attach(BookingView booking, Connection connection) {
    long nowMs = clock.millis();
    leases.closeExpired(booking.key(), nowMs);
    if (!connection.holdsAt(nowMs)) {
      return new Result.Refused(connection.codeOfEnding());
    }
    participants.seen(connection.id(), nowMs);
    var peer =
        participants.open(booking.key()).stream()
            .filter(other -> other.role() != connection.role())
            .map(Connection::id)
            .findFirst();
    return new Result.Attached(connection.role(), nowMs, booking.slot().endMs(), peer);
  }

  /**
   * Ends a connection whose socket has been closed for long enough, at its last heartbeat, unless
   * something was heard of it since.
   *
   * @param heardMs when the socket last renewed the lease, by the service's clock
   */
  public void detach(BookingKey key, UUID connectionId, long heardMs) {
    var _ =
        database.locked(
            key,
            () ->
                participants
                    .find(key, connectionId)
                    .filter(found -> found.ending().isEmpty() && found.lastSeenMs() <= heardMs)
                    .map(silent -> leases.cutOff(silent, clock.millis())));
  }

  /** Those of these connections that have not ended. */
  public Set<UUID> openAmong(Collection<UUID> connections) {
    return participants.openAmong(connections);
  }
}
