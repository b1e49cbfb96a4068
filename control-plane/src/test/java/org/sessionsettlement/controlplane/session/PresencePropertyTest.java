package org.sessionsettlement.controlplane.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.FakeBookings.GUEST;
import static org.sessionsettlement.controlplane.FakeBookings.HOST;
import static org.sessionsettlement.controlplane.FakeBookings.START_MS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.Intervals;
import org.sessionsettlement.tempo.Address;

/**
 * Any history of joins, heartbeats, sockets, leaves, silences, outages and crashes, of two parties
 * with several devices each on two nodes, leaves the presence that a simple model of
 * architecture.md's words gives; and what was known before a used watermark never changes.
 */
class PresencePropertyTest {
  private static final Database DATABASE = TestDatabase.open(PresencePropertyTest.class);
  private static final int STEPS = 60;

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  static LongStream seeds() {
    return LongStream.concat(LongStream.range(0, 12), LongStream.of(new Random().nextLong()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithASimpleModel(long seed) {
    new History(seed).play();
  }

  @Test
  void tellsHistoriesApart() {
    var one = new History(1_000);
    var other = new History(1_001);
    one.play();
    other.play();
    assertThat(one.model.host()).isNotEqualTo(other.model.host());
  }

  /** One booking, two wallets, one random course of events. */
  private static final class History {
    private static long bookings = 1_000;

    private final Random random;
    private final SettableClock clock = new SettableClock(START_MS);
    private final FakeBookings directory = new FakeBookings();
    private final BookingKey booking = directory.booked(++bookings);
    private final Sessions[] nodes = {newNode(), newNode()};
    private final HeartbeatBatch batch = new HeartbeatBatch(DATABASE, nodes[0], clock);
    private final SocketSeats seats = new SocketSeats(DATABASE, directory, clock);
    private final LeaseSweep sweep = new LeaseSweep(DATABASE, clock);
    private final Presence presence = new Presence(DATABASE, clock);
    private final Map<Address, UUID> current = new HashMap<>();
    private final Map<Address, List<UUID>> older = new HashMap<>();
    private final Model model = new Model();
    private final List<PresenceSnapshot> judged = new ArrayList<>();

    History(long seed) {
      this.random = new Random(seed);
    }

    private Sessions newNode() {
      return new Sessions(DATABASE, directory, clock);
    }

    /** Any node serves any request. */
    private Sessions node() {
      return nodes[random.nextInt(nodes.length)];
    }

    void play() {
      DATABASE.jdbc().sql("truncate liveness").update();
      watch();
      for (int step = 0; step < STEPS; step++) {
        pass();
        act(random.nextBoolean() ? HOST : GUEST);
      }
      watchFor(40_000);
      sweep.tick();
      var end = judge();
      assertThat(end.host()).isEqualTo(model.host());
      assertThat(end.guest()).isEqualTo(model.guest());
      judged.forEach(earlier -> assertThat(known(earlier, end)).isEqualTo(known(earlier, earlier)));
    }

    /** Time passes: mostly watched, now and then not. */
    private void pass() {
      if (random.nextInt(8) == 0) {
        clock.set(clock.millis() + 1 + random.nextInt(60_000));
        watch();
      } else {
        watchFor(random.nextInt(9_000));
      }
      if (random.nextInt(6) == 0) {
        sweep.tick();
      }
    }

    private void watchFor(long lengthMs) {
      long untilMs = clock.millis() + lengthMs;
      while (clock.millis() + 1_000 < untilMs) {
        clock.set(clock.millis() + 1_000);
        watch();
      }
      // Events come with a row of their own instant: what happens between two rows just before an
      // outage may count a lease as over that the model, which looks back, sees cut off.
      clock.set(untilMs);
      watch();
    }

    private void watch() {
      DATABASE
          .jdbc()
          .sql("insert into liveness (at_ms, node_id) values (:at, 'one') on conflict do nothing")
          .param("at", clock.millis())
          .update();
      model.watched(clock.millis());
    }

    private void act(Address wallet) {
      switch (random.nextInt(16)) {
        case 0, 1 -> join(wallet);
        case 2 -> leave(wallet);
        case 3 -> judged.add(judge());
        case 4 -> olderDevices(wallet);
        case 5 -> nodes[random.nextInt(nodes.length)] = newNode();
        case 6 -> openSocket(wallet);
        case 7 -> endOfSocket(wallet);
        default -> heartbeat(wallet);
      }
    }

    private void join(Address wallet) {
      if (node().join(booking, wallet) instanceof Sessions.JoinResult.Joined(var made, _)) {
        var before = current.put(wallet, made.id());
        if (before != null) {
          older.computeIfAbsent(wallet, w -> new ArrayList<>()).add(before);
        }
        model.join(wallet, clock.millis());
      }
    }

    /** Whoever has joined anew elsewhere cannot be kept present by what was replaced. */
    private void olderDevices(Address wallet) {
      for (var id : older.getOrDefault(wallet, List.of())) {
        assertThat(node().heartbeat(booking, wallet, id, Optional.empty()))
            .isIn(
                new Sessions.HeartbeatResult.Refused(ProblemCode.LEASE_OVER),
                new Sessions.HeartbeatResult.Refused(ProblemCode.CONNECTION_REPLACED));
      }
    }

    private void heartbeat(Address wallet) {
      var id = current.get(wallet);
      if (id != null) {
        var result = random.nextBoolean() ? alone(wallet, id) : batched(wallet, id);
        assertThat(result instanceof Sessions.HeartbeatResult.Counted)
            .isEqualTo(model.heartbeat(wallet, clock.millis()));
      }
    }

    private Sessions.HeartbeatResult alone(Address wallet, UUID id) {
      return node().heartbeat(booking, wallet, id, Optional.empty());
    }

    private Sessions.HeartbeatResult batched(Address wallet, UUID id) {
      var answers = new ArrayList<Sessions.HeartbeatResult>();
      batch.submit(new HeartbeatBatch.Beat(booking, wallet, id, Optional.empty()), answers::add);
      batch.flush();
      assertThat(answers).hasSize(1);
      return answers.getFirst();
    }

    private void openSocket(Address wallet) {
      var id = current.get(wallet);
      if (id != null) {
        var isOpen = seats.attach(booking, wallet, id) instanceof SocketSeats.Result.Attached;
        assertThat(isOpen).isEqualTo(model.heartbeat(wallet, clock.millis()));
      }
    }

    /** A socket was cut, and the service waited: for the last that was heard, or for older news. */
    private void endOfSocket(Address wallet) {
      var id = current.get(wallet);
      if (id != null) {
        long heardMs = model.heardMs(wallet) - random.nextInt(2);
        seats.detach(booking, id, heardMs);
        model.detach(wallet, heardMs, clock.millis());
      }
    }

    private void leave(Address wallet) {
      var id = current.get(wallet);
      if (id != null) {
        assertThat(node().leave(booking, wallet, id)).isPresent();
        model.leave(wallet, clock.millis());
      }
    }

    /** What the oracle does: read under the lock, and keep the watermark it used. */
    private PresenceSnapshot judge() {
      return DATABASE.inTransaction(
          () -> {
            var snapshot = presence.snapshot(booking);
            presence.recordUsedWatermarks(Map.of(booking, snapshot.watermarkMs()));
            return snapshot;
          });
    }

    private static List<List<Interval>> known(PresenceSnapshot upTo, PresenceSnapshot of) {
      return List.of(clip(of.host(), upTo.watermarkMs()), clip(of.guest(), upTo.watermarkMs()));
    }

    private static List<Interval> clip(List<Interval> intervals, long untilMs) {
      return Intervals.clip(Intervals.unite(intervals), 0, untilMs);
    }
  }

  /** What is said of whom, kept as plain lists: nothing is closed before the end is asked for. */
  private static final class Model {
    private final List<Long> rows = new ArrayList<>();
    private final Map<Address, List<Stay>> stays = new HashMap<>();

    /** A connection: when it came, when it was last heard, and when it said or was told to go. */
    private static final class Stay {
      private final long fromMs;
      private long heardMs;
      private long goneMs = Long.MAX_VALUE;

      Stay(long fromMs) {
        this.fromMs = fromMs;
        this.heardMs = fromMs;
      }

      boolean there(long nowMs) {
        return goneMs == Long.MAX_VALUE && nowMs - heardMs <= 15_000;
      }
    }

    void watched(long nowMs) {
      rows.add(nowMs);
    }

    void join(Address wallet, long nowMs) {
      leave(wallet, nowMs);
      of(wallet).add(new Stay(nowMs));
    }

    boolean heartbeat(Address wallet, long nowMs) {
      var stay = of(wallet).getLast();
      if (stay.there(nowMs)) {
        stay.heardMs = nowMs;
        return true;
      }
      return false;
    }

    long heardMs(Address wallet) {
      return of(wallet).getLast().heardMs;
    }

    void detach(Address wallet, long heardMs, long nowMs) {
      var stay = of(wallet).getLast();
      if (stay.there(nowMs) && stay.heardMs <= heardMs) {
        stay.goneMs = stay.heardMs;
      }
    }

    void leave(Address wallet, long nowMs) {
      if (!of(wallet).isEmpty() && of(wallet).getLast().there(nowMs)) {
        of(wallet).getLast().goneMs = nowMs;
      }
    }

    List<Interval> host() {
      return presence(HOST);
    }

    List<Interval> guest() {
      return presence(GUEST);
    }

    private List<Interval> presence(Address wallet) {
      return of(wallet).stream().map(stay -> new Interval(stay.fromMs, end(stay))).toList();
    }

    /** Said goodbye; or silent from the last heartbeat on, or from an outage's beginning on. */
    private long end(Stay stay) {
      if (stay.goneMs != Long.MAX_VALUE) {
        return stay.goneMs;
      }
      for (int i = 1; i < rows.size(); i++) {
        boolean outage = rows.get(i) - rows.get(i - 1) > 15_000;
        boolean cutOff = rows.get(i - 1) - stay.heardMs <= 15_000 && rows.get(i) > stay.heardMs;
        if (outage && cutOff) {
          return Math.max(stay.heardMs, rows.get(i - 1));
        }
      }
      return stay.heardMs;
    }

    private List<Stay> of(Address wallet) {
      return stays.computeIfAbsent(wallet, w -> new ArrayList<>());
    }
  }
}
