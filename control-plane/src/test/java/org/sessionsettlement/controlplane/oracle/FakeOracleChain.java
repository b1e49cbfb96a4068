package org.sessionsettlement.controlplane.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * A chain as the oracle sees it: a pool, blocks when a test mines, validity ends, and the escrow's
 * rule that a booking is attested once. Safe for several nodes. It can be away, and the process can
 * be killed at a step.
 */
final class FakeOracleChain implements OracleChain {
  /** Where this process dies. */
  enum Kill {
    AFTER_SIGNING,
    BEFORE_SENDING,
    AFTER_SENDING
  }

  /** The process is gone: nothing in it runs on. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Throws what a node that is away makes it throw. */
  private static final TempoRpc AWAY =
      new TempoRpc(
          json -> {
            throw new IOException("away");
          });

  private final Map<BookingKey, ChainBooking> bookings = new HashMap<>();
  private final Map<Hash32, Intent> signed = new HashMap<>();
  private final Map<Hash32, StoredTransaction> pool = new HashMap<>();
  private final Map<Hash32, ReceiptSeen> receipts = new HashMap<>();
  private final List<Intent> done = new ArrayList<>();
  private Optional<Kill> kill = Optional.empty();
  private Optional<String> revertReason = Optional.empty();
  private boolean away;
  private boolean losesWhatIsSent;
  private long block = 1;
  private long nowSeconds;
  private int signatures;

  FakeOracleChain(long nowSeconds) {
    this.nowSeconds = nowSeconds;
  }

  void put(BookingKey key, BookingStatus status) {
    bookings.put(key, new ChainBooking(status, Optional.empty(), Hash32.ZERO));
  }

  void put(BookingKey key, BookingStatus status, Outcome outcome, Hash32 metricsHash) {
    bookings.put(key, new ChainBooking(status, Optional.of(outcome), metricsHash));
  }

  void killAt(Kill step) {
    kill = Optional.of(step);
  }

  void goAway(boolean isAway) {
    away = isAway;
  }

  void revertWith(String reason) {
    revertReason = Optional.of(reason);
  }

  void loseWhatIsSent(boolean loses) {
    losesWhatIsSent = loses;
  }

  void advanceTo(long seconds) {
    nowSeconds = seconds;
    block++;
  }

  /** Mines what is in the pool and still valid. */
  synchronized void mine() {
    block++;
    for (var transaction : List.copyOf(pool.values())) {
      if (nowSeconds < transaction.validBeforeSeconds()) {
        execute(transaction.hash(), Optional.ofNullable(signed.get(transaction.hash())));
      }
    }
    pool.clear();
  }

  private void execute(Hash32 hash, Optional<Intent> signedIntent) {
    var intent = signedIntent.orElseThrow();
    boolean works = Preflight.isOpenTo(intent, booking(intent.booking()).status());
    receipts.put(hash, new ReceiptSeen(works, new Mined(hash, block, nowSeconds)));
    if (works) {
      done.add(intent);
      bookings.put(intent.booking(), after(intent));
    }
  }

  private ChainBooking after(Intent intent) {
    var before = booking(intent.booking());
    return switch (intent) {
      case Intent.Attest attest ->
          new ChainBooking(
              BookingStatus.ATTESTED, Optional.of(attest.outcome()), attest.metricsHash());
      case Intent.Finalize _ ->
          new ChainBooking(BookingStatus.FINALIZED, before.outcome(), before.metricsHash());
      case Intent.FinalizeDispute _ ->
          new ChainBooking(BookingStatus.RESOLVED, before.outcome(), before.metricsHash());
    };
  }

  /** What happened on chain because of our transactions. */
  List<Intent> done() {
    return done;
  }

  int signatures() {
    return signatures;
  }

  @Override
  public synchronized ChainTime time() {
    answer();
    return new ChainTime(block, nowSeconds, nowSeconds);
  }

  @Override
  public synchronized ChainBooking booking(BookingKey key) {
    answer();
    return Optional.ofNullable(bookings.get(key)).orElseThrow();
  }

  @Override
  public synchronized Simulation simulate(Intent intent) {
    answer();
    return revertReason.<Simulation>map(Simulation.Reverts::new).orElseGet(Simulation.Passes::new);
  }

  @Override
  public synchronized StoredTransaction sign(Intent intent, long validBeforeSeconds) {
    signatures++;
    var bytes = (intent + "/" + validBeforeSeconds).getBytes(StandardCharsets.UTF_8);
    var transaction =
        new StoredTransaction(Keccak256.hash(bytes), Bytes.of(bytes), validBeforeSeconds);
    signed.put(transaction.hash(), intent);
    dieAt(Kill.AFTER_SIGNING);
    return transaction;
  }

  @Override
  public synchronized void send(StoredTransaction transaction) {
    answer();
    dieAt(Kill.BEFORE_SENDING);
    if (!losesWhatIsSent && !receipts.containsKey(transaction.hash())) {
      pool.put(transaction.hash(), transaction);
    }
    dieAt(Kill.AFTER_SENDING);
  }

  @Override
  public synchronized Optional<ReceiptSeen> receipt(Intent intent, Hash32 txHash) {
    answer();
    return Optional.ofNullable(receipts.get(txHash));
  }

  private void answer() {
    if (away) {
      AWAY.blockNumber();
    }
  }

  private void dieAt(Kill step) {
    if (kill.equals(Optional.of(step))) {
      kill = Optional.empty();
      throw new Killed();
    }
  }
}
