package org.sessionsettlement.bench.oracle;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.EmbeddedDatabase;
import org.sessionsettlement.controlplane.indexer.Indexer;
import org.sessionsettlement.controlplane.indexer.RpcEscrowSource;
import org.sessionsettlement.controlplane.ops.ChainClock;
import org.sessionsettlement.controlplane.ops.ChainHead;
import org.sessionsettlement.controlplane.oracle.Duties;
import org.sessionsettlement.controlplane.oracle.Evaluator;
import org.sessionsettlement.controlplane.oracle.FeeCaps;
import org.sessionsettlement.controlplane.oracle.OracleKeys;
import org.sessionsettlement.controlplane.oracle.OracleMeters;
import org.sessionsettlement.controlplane.oracle.OracleParts;
import org.sessionsettlement.controlplane.oracle.Submitter;
import org.sessionsettlement.controlplane.oracle.Sweep;
import org.sessionsettlement.controlplane.oracle.Witness;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.Funding;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** The oracle as the service wires it, on a durable PostgreSQL, without the service around it. */
final class OracleUnderTest implements AutoCloseable {
  private static final long POLL_NANOS = 1_000_000;

  private final EmbeddedDatabase postgres;
  private final Database database;
  private final OracleBenchChain bench;
  private final Indexer indexer;
  private final Sweep sweep;
  private final Submitter submitter;
  private final ChainClock clock;

  OracleUnderTest(Path folder, OracleBenchChain bench, TempoRpc rpc) throws IOException {
    this.bench = bench;
    this.postgres = EmbeddedDatabase.start(folder.resolve("postgres"), 0);
    this.database = Database.open(postgres.settings());
    this.clock = new ChainClock(java.time.InstantSource.system(), () -> head(rpc));
    var escrow = bench.deployment.escrow();
    this.indexer =
        new Indexer(
            database,
            new RpcEscrowSource(bench.rpc(), escrow, BlockTag.LATEST),
            bench.deployment.block());
    var meters = new OracleMeters(new SimpleMeterRegistry(), database, clock);
    var oracle = DevAccounts.ORACLE.account();
    var keys =
        new OracleKeys(
            List.of(oracle),
            Optional.empty(),
            address -> new SessionEscrow(rpc, address).oracle(),
            System::nanoTime);
    var chain =
        OracleParts.chain(
            rpc, BlockTag.LATEST, LocalChain.CHAIN_ID, Funding.ALPHA_USD, keys, FeeCaps.USUAL);
    var evaluator =
        new Evaluator(
            database,
            OracleParts.chainTime(rpc, BlockTag.LATEST),
            OracleParts.payloads(LocalChain.CHAIN_ID),
            meters,
            clock);
    this.sweep = new Sweep(database, evaluator, meters, clock);
    this.submitter =
        new Submitter(database, chain, Witness.NONE, new Duties(true, false), meters, clock);
  }

  private static ChainHead head(TempoRpc rpc) {
    var block = rpc.block(BlockTag.LATEST);
    return new ChainHead(block.number(), block.timestampSeconds());
  }

  /** Mirrors the bookings, and writes that both parties were there and the service watched. */
  void sessionsHappen(long startSeconds) {
    indexer.tick();
    database
        .jdbc()
        .sql(
            """
            insert into room_participants (connection_id, escrow, booking_id, wallet, role,
              joined_ms, last_seen_ms, left_ms, leave_reason)
            select gen_random_uuid(), escrow, booking_id, wallet, role, start_s * 1000,
              (start_s + 1700) * 1000, (start_s + 1700) * 1000, 'left'
            from bookings, lateral (values (host, 'host'), (guest, 'guest')) p (wallet, role)
            where start_s = :start
            """)
        .param("start", startSeconds)
        .update();
    database
        .jdbc()
        .sql(
            """
            insert into liveness (at_ms, node_id)
            select s * 1000, 'bench' from generate_series(:start - 60, :start + 1900, 1) s
            on conflict do nothing
            """)
        .param("start", startSeconds)
        .update();
  }

  /** Bookings a second, from due to confirmed: sweep, submission and following side by side. */
  double perSecond(int due) {
    clock.sync();
    long before = confirmed();
    long from = System.nanoTime();
    var sweeping = CompletableFuture.runAsync(() -> swept(due));
    var submitting = CompletableFuture.runAsync(() -> repeat(submitter::prepareDecided, before + due));
    repeat(submitter::followSent, before + due);
    double rate = due * 1e9 / (System.nanoTime() - from);
    sweeping.join();
    submitting.join();
    return rate;
  }

  private void swept(int due) {
    for (int done = 0; done < due; done += sweep.tick()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private void repeat(Runnable step, long untilConfirmed) {
    while (confirmed() < untilConfirmed) {
      step.run();
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private long confirmed() {
    return database
        .jdbc()
        .sql("select count(*) from outbox where stage = 'confirmed'")
        .query(Long.class)
        .single();
  }

  /** How long a sweep takes that finds nothing, in milliseconds: the median of so many. */
  double idleSweepMs(int sweeps) {
    var nanos = new long[sweeps];
    for (int i = 0; i < sweeps; i++) {
      long from = System.nanoTime();
      if (sweep.tick() != 0) {
        throw new IllegalStateException("something was due");
      }
      nanos[i] = System.nanoTime() - from;
    }
    java.util.Arrays.sort(nanos);
    return nanos[sweeps / 2] / 1e6;
  }

  /** So many bookings in the tables that run, all looked at, none due. */
  void fillWithWhatIsNotDue(int bookings) {
    database
        .jdbc()
        .sql(
            """
            insert into bookings (escrow, booking_id, slot_id, host, guest, start_s, amount, status,
              outcome, attested_at_s, finalizable_at_s, bond_amount, disputed_at_s, fee_bps,
              late_cancel_penalty_bps, challenge_window_s, no_attest_buffer_s, dispute_timeout_s,
              challenge_bond, refunded_unattested)
            select escrow, 1000000 + n, slot_id, host, guest, start_s, amount, 'BOOKED', 'NONE', 0,
              0, 0, 0, fee_bps, late_cancel_penalty_bps, challenge_window_s, no_attest_buffer_s,
              dispute_timeout_s, challenge_bond, false
            from (select * from bookings limit 1) b, generate_series(1, :bookings) n
            """)
        .param("bookings", bookings)
        .update();
    database
        .jdbc()
        .sql(
            """
            insert into looks (escrow, booking_id, next_look_ms)
            select escrow, booking_id, :later from bookings where booking_id > 1000000
            """)
        .param("later", clock.millis() + 3_600_000)
        .update();
    database.jdbc().sql("analyze").update();
  }

  @Override
  public void close() throws IOException {
    database.close();
    postgres.close();
    bench.close();
  }
}
