package org.sessionsettlement.bench.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.EmbeddedDatabase;
import org.sessionsettlement.controlplane.oracle.ChainTime;
import org.sessionsettlement.controlplane.oracle.Evaluator;
import org.sessionsettlement.controlplane.oracle.OracleParts;
import org.sessionsettlement.controlplane.oracle.OracleTelemetry;
import org.sessionsettlement.controlplane.oracle.Sweep;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.controlplane.telemetry.Traces;
import org.sessionsettlement.localnet.LocalChain;

/**
 * A sweep over 100,000 bookings of which none is due: half of them have not begun, half are running
 * and to be looked at later. Limit: 100 ms.
 */
public final class SweepBenchmark {
  private static final int BOOKINGS = Integer.getInteger("bookings", 100_000);
  private static final int ROUNDS = 200;

  /** The first sweep of a process, and one a minute, also looks for bookings nobody looks at. */
  private static final int FIRST = 0;

  private SweepBenchmark() {}

  /** Prints the first sweep of a new process and the median and the worst of those after it. */
  public static void main(String[] args) throws IOException {
    var folder = Files.createTempDirectory("sweep");
    try (var postgres = EmbeddedDatabase.start(folder.resolve("postgres"), 0);
        var database = Database.open(postgres.settings())) {
      fill(database);
      long[] micros = new long[ROUNDS];
      var sweep = sweep(database);
      for (int round = 0; round < ROUNDS; round++) {
        micros[round] = microsOf(sweep);
      }
      long first = micros[FIRST];
      Arrays.sort(micros);
      System.out.printf(
          "%,d bookings, none due: the first sweep %.1f ms; median %.2f ms, worst %.1f ms (limit"
              + " 100 ms)%n",
          BOOKINGS, first / 1e3, micros[ROUNDS / 2] / 1e3, micros[ROUNDS - 1] / 1e3);
    }
  }

  private static Sweep sweep(Database database) {
    var clock = InstantSource.system();
    var telemetry = new OracleTelemetry(new Meters(), Traces.OFF);
    var evaluator =
        new Evaluator(
            database,
            SweepBenchmark::nobodyAsks,
            OracleParts.payloads(LocalChain.CHAIN_ID),
            telemetry,
            () -> {},
            clock);
    return new Sweep(database, evaluator, telemetry, clock);
  }

  private static ChainTime nobodyAsks() {
    throw new IllegalStateException("nothing is due");
  }

  private static long microsOf(Sweep sweep) {
    long start = System.nanoTime();
    int due = sweep.tick();
    if (due != 0) {
      throw new IllegalStateException(due + " were due");
    }
    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
  }

  private static void fill(Database database) {
    long nowSeconds = Instant.now().getEpochSecond();
    database
        .jdbc()
        .sql(
            """
            with numbers as (select n from generate_series(1, :bookings) n),
            slot as (
              insert into slots (escrow, slot_id, host, start_s, duration_mins, price, grace_mins,
                min_overlap_mins, cancel_cutoff_mins)
              select :escrow, n, :host, :now + case when n % 2 = 0 then 3600 else -600 end, 60,
                1000000, 5, 30, 1440 from numbers),
            booking as (
              insert into bookings (escrow, booking_id, slot_id, host, guest, start_s, amount,
                status, outcome, attested_at_s, finalizable_at_s, bond_amount, disputed_at_s,
                fee_bps, late_cancel_penalty_bps, challenge_window_s, no_attest_buffer_s,
                dispute_timeout_s, challenge_bond, refunded_unattested)
              select :escrow, n, n, :host, :guest,
                :now + case when n % 2 = 0 then 3600 else -600 end, 1000000, 'BOOKED', 'NONE', 0, 0,
                0, 0, 500, 5000, 3600, 10800, 86400, 5000000, false from numbers)
            insert into looks (escrow, booking_id, next_look_ms, over)
            select :escrow, n, (:now + 3600) * 1000, false from numbers where n % 2 = 1
            """)
        .param("escrow", "0x" + "5e".repeat(20))
        .param("host", BookedEscrow.HOST.address().toString())
        .param("guest", BookedEscrow.GUEST.address().toString())
        .param("now", nowSeconds)
        .param("bookings", BOOKINGS)
        .update();
    database.jdbc().sql("analyze").update();
  }
}
