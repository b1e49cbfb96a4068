package org.sessionsettlement.controlplane.oracle;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Address;
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
  private final Map<Hash32, List<Intent>> signed = new HashMap<>();
  private final Map<Hash32, StoredTransaction> pool = new HashMap<>();
  private final Map<Hash32, ReceiptSeen> receipts = new HashMap<>();
  private final List<Intent> done = new ArrayList<>();
  private Optional<Kill> kill = Optional.empty();
  private Optional<String> revertReason = Optional.empty();
  private Predicate<List<Intent>> outOfGas = intents -> false;
  private boolean away;
  private boolean goesWhenAskedWhoSigns;
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

  void goAwayWhenAskedWhoSigns() {
    goesWhenAskedWhoSigns = true;
  }

  void revertWith(String reason) {
    revertReason = Optional.of(reason);
  }

  /** What runs out of gas when it is mined, though each of its calls alone would not. */
  void runsOutOfGas(Predicate<List<Intent>> transaction) {
    outOfGas = transaction;
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

  /** All of it or nothing. */
  private void execute(Hash32 hash, Optional<List<Intent>> signedIntents) {
    var intents = signedIntents.orElseThrow();
    boolean works =
        !outOfGas.test(intents)
            && intents.stream()
                .allMatch(intent -> Preflight.isOpenTo(intent, booking(intent.booking()).status()));
    var mined = new Mined(hash, block, nowSeconds);
    receipts.put(hash, new ReceiptSeen(mined, works ? Set.copyOf(intents) : Set.of()));
    if (works) {
      done.addAll(intents);
      intents.forEach(intent -> bookings.put(intent.booking(), after(intent)));
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
    return new ChainTime(block, nowSeconds, nowSeconds, BigInteger.ONE);
  }

  private ChainBooking booking(BookingKey key) {
    return Optional.ofNullable(bookings.get(key)).orElseThrow();
  }

  @Override
  public synchronized Map<BookingKey, ChainBooking> bookings(Collection<BookingKey> keys) {
    answer();
    return keys.stream().collect(Collectors.toMap(key -> key, this::booking));
  }

  @Override
  public synchronized List<Simulation> simulate(Address sender, List<Intent> intents) {
    answer();
    return intents.stream().map(this::simulate).toList();
  }

  private Simulation simulate(Intent intent) {
    boolean isOpen = Preflight.isOpenTo(intent, booking(intent.booking()).status());
    return revertReason
        .<Simulation>map(Simulation.Reverts::new)
        .orElseGet(() -> isOpen ? new Simulation.Passes() : new Simulation.Reverts("NOT_BOOKED"));
  }

  @Override
  public Address sender(Intent intent) {
    away |= goesWhenAskedWhoSigns;
    goesWhenAskedWhoSigns = false;
    answer();
    return Address.ZERO;
  }

  @Override
  public synchronized StoredTransaction sign(Batch batch, BigInteger baseFeePerGas) {
    signatures++;
    long end = batch.validBeforeSeconds();
    var bytes = (batch.intents() + "/" + end).getBytes(StandardCharsets.UTF_8);
    var transaction = new StoredTransaction(Keccak256.hash(bytes), Bytes.of(bytes), end);
    signed.put(transaction.hash(), batch.intents());
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
  public synchronized Map<Hash32, ReceiptSeen> receipts(Map<Hash32, List<Intent>> sent) {
    answer();
    return receipts.entrySet().stream()
        .filter(entry -> sent.containsKey(entry.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
