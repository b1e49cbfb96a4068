package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.rpc.RpcUnavailableException;

/**
 * Carries submissions to their end: prepared in groups, several at a time, and followed all at
 * once. After a crash between any two steps the next step goes on from what is stored.
 */
public final class Submitter {
  /** Transactions under way at once: a node's pool takes 16 of one sender by default. */
  static final int MOST_OPEN = 16;

  private static final int ROUNDS_A_TICK = 50;

  private final Outbox outbox;
  private final Transactions transactions;
  private final OracleChain chain;
  private final Preparer preparer;
  private final Follower follower;
  private final InstantSource clock;
  private final Duties duties;

  /**
   * @param sent called whenever there is something new to follow
   */
  public Submitter(
      Database database,
      OracleChain chain,
      Witness witness,
      Duties duties,
      OracleTelemetry telemetry,
      Runnable sent,
      InstantSource clock) {
    var closer = new Closer(database, telemetry, clock);
    this.outbox = new Outbox(database);
    this.transactions = new Transactions(database);
    var sending = new Sending(chain, transactions, telemetry, sent, clock);
    this.chain = chain;
    this.preparer = new Preparer(database, chain, witness, sending, closer, telemetry, clock);
    this.follower = new Follower(database, chain, sending, closer, clock);
    this.clock = clock;
    this.duties = duties;
  }

  /** Both of the below, in this order. */
  public void tick() {
    followSent();
    prepareDecided();
  }

  /** Signs and sends what is decided, as long as there is more and room for it. */
  public void prepareDecided() {
    for (int round = 0; round < ROUNDS_A_TICK; round++) {
      int room = MOST_OPEN - transactions.open();
      if (room <= 0) {
        return;
      }
      var decided = outbox.claimDecided(duties, clock.millis(), room * Batch.MOST_MEMBERS);
      if (decided.isEmpty()) {
        return;
      }
      prepare(decided);
    }
  }

  private void prepare(List<Submission> decided) {
    ChainTime time;
    try {
      time = chain.time();
    } catch (RpcUnavailableException e) {
      outbox.later(decided, clock.millis() + Backoff.CHAIN_AWAY_MS);
      return;
    }
    var groups = Batch.split(decided);
    if (groups.size() == 1) {
      preparer.prepare(groups.getFirst(), time);
    } else {
      inParallel(groups.stream().<Runnable>map(group -> () -> preparer.prepare(group, time)));
    }
  }

  private static void inParallel(Stream<Runnable> steps) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = steps.map(step -> CompletableFuture.runAsync(step, threads)).toList();
      running.forEach(CompletableFuture::join);
    }
  }

  /** Makes the next step of every transaction that is due. */
  public void followSent() {
    var due = transactions.claimDue(clock.millis(), MOST_OPEN);
    if (!due.isEmpty()) {
      follower.follow(due);
    }
  }

  /** Makes the next step of one submission. */
  void step(Submission submission) {
    switch (submission.stage()) {
      case Stage.Decided _ -> prepare(List.of(submission));
      case Stage.Signed(var transaction) -> follow(transaction);
      case Stage.Sent(var transaction, long _) -> follow(transaction);
      case Stage.Over _ -> {}
    }
  }

  private void follow(StoredTransaction transaction) {
    follower.follow(transactions.find(transaction.hash()));
  }
}
