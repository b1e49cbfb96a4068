package org.sessionsettlement.controlplane.session;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.sessionsettlement.controlplane.booking.BookingDirectory;
import org.sessionsettlement.controlplane.booking.BookingView;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.tempo.Address;

/**
 * Join, heartbeat and leave, each one transaction under the booking's lock. The time of each is the
 * service's clock, read once the lock is held.
 */
public final class Sessions {
  private final Database database;
  private final ParticipantTable participants;
  private final Watching watching;
  private final LeaseCloser leases;
  private final MediaReports mediaReports;
  private final BookingDirectory bookings;
  private final InstantSource clock;

  public Sessions(Database database, BookingDirectory bookings, InstantSource clock) {
    this.database = database;
    this.participants = new ParticipantTable(database);
    this.watching = new Watching(database);
    this.leases = new LeaseCloser(database);
    this.mediaReports = new MediaReports(database);
    this.bookings = bookings;
    this.clock = clock;
  }

  /** What became of a join. */
  public sealed interface JoinResult {
    record Joined(Connection connection, BookingView booking) implements JoinResult {}

    record Refused(ProblemCode code) implements JoinResult {}
  }

  /** What became of a heartbeat. */
  public sealed interface HeartbeatResult {
    record Counted(long nowMs) implements HeartbeatResult {}

    record Refused(ProblemCode code) implements HeartbeatResult {}
  }

  /** Lets a party in; its own older connection to this booking ends at that instant. */
  public JoinResult join(BookingKey key, Address wallet) {
    // The directory may ask the chain: never while the lock is held.
    return bookings
        .find(key)
        .map(booking -> join(booking, wallet))
        .orElseGet(() -> new JoinResult.Refused(ProblemCode.BOOKING_NOT_FOUND));
  }

  private JoinResult join(BookingView booking, Address wallet) {
    return database.locked(booking.key(), () -> join(booking, wallet, clock.millis()));
  }

  private JoinResult join(BookingView booking, Address wallet, long nowMs) {
    return switch (JoinRule.decide(booking, wallet, nowMs)) {
      case JoinRule.Answer.Refused(ProblemCode code) -> new JoinResult.Refused(code);
      case JoinRule.Answer.Admitted(Role role) ->
          new JoinResult.Joined(enter(booking.key(), wallet, role, nowMs), booking);
    };
  }

  private Connection enter(BookingKey key, Address wallet, Role role, long clockMs) {
    long nowMs = Math.max(clockMs, watching.usedWatermarkMs(key));
    for (var older : participants.open(key)) {
      if (older.wallet().equals(wallet)) {
        leases.end(older, Ending.Reason.REPLACED, nowMs);
      }
    }
    var id = UUID.randomUUID();
    var connection = new Connection(id, key, wallet, role, nowMs, nowMs, Optional.empty());
    participants.insert(connection);
    return connection;
  }

  /**
   * Renews the lease of this wallet's connection, unless it is over.
   *
   * @param media what the client says of its media, kept beside; the lease does not depend on it
   */
  public HeartbeatResult heartbeat(
      BookingKey key, Address wallet, UUID connectionId, Optional<MediaState> media) {
    return database.locked(
        key,
        () ->
            own(key, wallet, connectionId)
                .map(connection -> renew(connection, media))
                .orElseGet(() -> new HeartbeatResult.Refused(ProblemCode.CONNECTION_NOT_FOUND)));
  }

  private HeartbeatResult renew(Connection connection, Optional<MediaState> media) {
    long nowMs = clock.millis();
    if (connection.holdsAt(nowMs)) {
      participants.seen(connection.id(), nowMs);
      media.ifPresent(state -> mediaReports.add(connection.id(), nowMs, state));
      return new HeartbeatResult.Counted(nowMs);
    }
    if (connection.ending().isEmpty()) {
      leases.end(connection, Ending.Reason.LEASE_OVER, nowMs);
    }
    return new HeartbeatResult.Refused(connection.codeOfEnding());
  }

  /**
   * Ends this wallet's connection, if it has not ended before.
   *
   * @return how long it was there, in milliseconds; empty where the wallet has no such connection
   */
  public Optional<Long> leave(BookingKey key, Address wallet, UUID connectionId) {
    return database.locked(key, () -> own(key, wallet, connectionId).map(this::end));
  }

  private long end(Connection connection) {
    var ending =
        connection
            .ending()
            .orElseGet(() -> leases.end(connection, Ending.Reason.LEFT, clock.millis()));
    return ending.atMs() - connection.joinedMs();
  }

  private Optional<Connection> own(BookingKey key, Address wallet, UUID connectionId) {
    return participants.find(key, connectionId).filter(found -> found.wallet().equals(wallet));
  }
}
