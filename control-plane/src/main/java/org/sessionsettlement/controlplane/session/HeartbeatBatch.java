package org.sessionsettlement.controlplane.session;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.BookingLocks;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.session.Sessions.HeartbeatResult;
import org.sessionsettlement.tempo.Address;

/**
 * Heartbeats of thousands of sockets in one transaction, each as {@link Sessions#heartbeat} would
 * count it: under its booking's lock, at the time that the clock says once the lock is held. A
 * booking whose lock is not free waits for the next round, so that none holds up the others.
 */
public final class HeartbeatBatch {
  /** More than that many are waiting only where the database is away: more are not taken. */
  static final int MOST_WAITING = 50_000;

  /** In one transaction: PostgreSQL keeps so many locks without ado. */
  static final int MOST_AT_ONCE = 500;

  /** Rounds that a heartbeat waits for its lock; its client has turned to HTTP by then. */
  static final int ROUNDS = 80;

  private final Database database;
  private final BookingLocks locks;
  private final ParticipantTable participants;
  private final MediaReports mediaReports;
  private final Sessions sessions;
  private final InstantSource clock;
  private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(MOST_WAITING);

  public HeartbeatBatch(Database database, Sessions sessions, InstantSource clock) {
    this.database = database;
    this.locks = database.bookingLocks();
    this.participants = new ParticipantTable(database);
    this.mediaReports = new MediaReports(database);
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * One heartbeat.
   *
   * @param connection known to be this wallet's
   */
  public record Beat(
      BookingKey booking, Address wallet, UUID connection, Optional<MediaState> media) {
    private Stream<MediaReports.Said> said() {
      return media.stream().map(state -> new MediaReports.Said(connection, state));
    }
  }

  private record Waiting(Beat beat, Consumer<HeartbeatResult> answer, int round) {
    Waiting again() {
      return new Waiting(beat, answer, round + 1);
    }
  }

  /** A round's transaction: what it counted, what it must look at closely, what must wait. */
  private record Round(
      long nowMs, List<Waiting> counted, List<Waiting> doubtful, List<Waiting> locked) {}

  /**
   * Counts it with the next flush and answers then, or never where too many wait or the lock stays
   * taken: silence is what a client expects of a service in trouble.
   */
  public void submit(Beat beat, Consumer<HeartbeatResult> answer) {
    var _ = waiting.offer(new Waiting(beat, answer, 1));
  }

  /** Counts what is waiting now. */
  public void flush() {
    int rounds = (waiting.size() + MOST_AT_ONCE - 1) / MOST_AT_ONCE;
    for (int i = 0; i < rounds; i++) {
      flushSome();
    }
  }

  private void flushSome() {
    var batch = new ArrayList<Waiting>();
    waiting.drainTo(batch, MOST_AT_ONCE);
    Round round;
    try {
      round = database.inTransaction(() -> count(batch));
    } catch (RuntimeException e) {
      // Nothing was counted. A later round counts them if their leases still hold then.
      batch.forEach(this::wait);
      throw e;
    }
    round.locked().forEach(this::wait);
    round.counted().forEach(w -> w.answer().accept(new HeartbeatResult.Counted(round.nowMs())));
    round.doubtful().forEach(this::countAlone);
  }

  private Round count(List<Waiting> batch) {
    var free =
        locks.tryLock(batch.stream().map(w -> w.beat().booking()).collect(Collectors.toSet()));
    var tried = batch.stream().filter(w -> free.contains(w.beat().booking())).toList();
    long nowMs = clock.millis();
    Set<UUID> renewed =
        participants.seenAll(tried.stream().map(w -> w.beat().connection()).toList(), nowMs);
    var counted = tried.stream().filter(w -> renewed.contains(w.beat().connection())).toList();
    mediaReports.addAll(counted.stream().flatMap(w -> w.beat().said()).toList(), nowMs);
    return new Round(
        nowMs,
        counted,
        tried.stream().filter(w -> !renewed.contains(w.beat().connection())).toList(),
        batch.stream().filter(w -> !free.contains(w.beat().booking())).toList());
  }

  /** One whose lease does not hold: the reason is found and recorded as for any other. */
  private void countAlone(Waiting one) {
    var beat = one.beat();
    one.answer()
        .accept(sessions.heartbeat(beat.booking(), beat.wallet(), beat.connection(), beat.media()));
  }

  private void wait(Waiting one) {
    if (one.round() < ROUNDS) {
      var _ = waiting.offer(one.again());
    }
  }
}
