package org.sessionsettlement.controlplane.oracle;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowEvents;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.escrow.EscrowReads;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.revert.Revert;
import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.rpc.RpcOutcome;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** The oracle's chain over JSON-RPC. */
final class RpcOracleChain implements OracleChain {
  /** One gwei's worth of attodollars: enough for a place in the next block. */
  private static final BigInteger TIP_PER_GAS = BigInteger.TEN.pow(9);

  private static final Simulation NOT_ORACLE = new Simulation.Reverts("NOT_ORACLE");

  private final TempoRpc rpc;
  private final BlockTag trusted;
  private final TransactionMaker transactions;

  RpcOracleChain(TempoRpc rpc, BlockTag trusted, TransactionMaker transactions) {
    this.rpc = rpc;
    this.trusted = trusted;
    this.transactions = transactions;
  }

  @Override
  public ChainTime time() {
    return time(rpc, trusted);
  }

  static ChainTime time(TempoRpc rpc, BlockTag trusted) {
    var believed = rpc.block(trusted);
    var newest = trusted.equals(BlockTag.LATEST) ? believed : rpc.block(BlockTag.LATEST);
    return new ChainTime(
        believed.number(),
        believed.timestampSeconds(),
        newest.timestampSeconds(),
        newest.baseFeePerGas());
  }

  @Override
  public Map<BookingKey, ChainBooking> bookings(Collection<BookingKey> keys) {
    var inOrder = List.copyOf(keys);
    var read =
        rpc.readAll(
            inOrder.stream()
                .map(key -> new EscrowReads(key.escrow()).booking(key.bookingId()))
                .toList(),
            BlockTag.LATEST);
    var bookings = new HashMap<BookingKey, ChainBooking>();
    for (int i = 0; i < read.size(); i++) {
      bookings.put(inOrder.get(i), chainBooking(read.get(i)));
    }
    return bookings;
  }

  private static ChainBooking chainBooking(Booking booking) {
    var outcome =
        Arrays.stream(Outcome.values())
            .filter(one -> EscrowOutcome.of(one) == booking.oracleOutcome())
            .findFirst();
    return new ChainBooking(booking.status(), outcome, booking.metricsHash());
  }

  @Override
  public List<Simulation> simulate(Address sender, List<Intent> intents) {
    var calls = intents.stream().map(TransactionMaker::call).toList();
    var simulations =
        rpc.simulateAll(sender, calls, BlockTag.LATEST).stream()
            .map(RpcOracleChain::simulation)
            .toList();
    if (simulations.contains(NOT_ORACLE)) {
      transactions.forget(intents.get(simulations.indexOf(NOT_ORACLE)));
    }
    return simulations;
  }

  /** The contract's own words count, as it returned them; a node's words about them do not. */
  private static Simulation simulation(RpcOutcome<Bytes> outcome) {
    return switch (outcome) {
      case RpcOutcome.Answered<Bytes> _ -> new Simulation.Passes();
      case RpcOutcome.Failed<Bytes>(RevertedException reverted) ->
          new Simulation.Reverts(
              Revert.decode(reverted.revert().data()).reason().orElse("an unknown reason"));
      case RpcOutcome.Failed<Bytes>(var error) -> throw error;
    };
  }

  @Override
  public Address sender(Intent intent) {
    return transactions.sender(intent);
  }

  @Override
  public StoredTransaction sign(Batch batch, BigInteger baseFeePerGas) {
    return transactions.sign(batch, baseFeePerGas, TIP_PER_GAS);
  }

  @Override
  public void send(StoredTransaction transaction) {
    rpc.sendRaw(transaction.bytes());
  }

  @Override
  public Map<Hash32, ReceiptSeen> receipts(Map<Hash32, List<Intent>> sent) {
    var receipts =
        rpc.receipts(List.copyOf(sent.keySet())).stream().flatMap(Optional::stream).toList();
    var times = times(receipts.stream().map(Receipt::blockNumber).distinct().toList());
    var seen = new HashMap<Hash32, ReceiptSeen>();
    for (var receipt : receipts) {
      var hash = receipt.transactionHash();
      var intents = Optional.ofNullable(sent.get(hash)).orElse(List.of());
      Optional.ofNullable(times.get(receipt.blockNumber()))
          .map(atSeconds -> new Mined(hash, receipt.blockNumber(), atSeconds))
          .ifPresent(mined -> seen.put(hash, new ReceiptSeen(mined, done(receipt, intents))));
    }
    return seen;
  }

  /** By block number; a block that is gone again is left out, and its receipts with it. */
  private Map<Long, Long> times(List<Long> blocks) {
    return rpc.findBlocks(blocks).stream()
        .flatMap(Optional::stream)
        .collect(Collectors.toMap(Block::number, Block::timestampSeconds));
  }

  private static Set<Intent> done(Receipt receipt, List<Intent> intents) {
    if (!receipt.succeeded()) {
      return Set.of();
    }
    var byBooking = intents.stream().collect(Collectors.groupingBy(Intent::booking));
    var done = new HashSet<Intent>();
    for (var log : receipt.logs()) {
      if (EscrowEvents.decode(log).orElse(null) instanceof EscrowEvent.OfBooking event) {
        var key = new BookingKey(log.address(), event.bookingId());
        byBooking.getOrDefault(key, List.of()).stream()
            .filter(intent -> fulfils(intent, event))
            .forEach(done::add);
      }
    }
    return done;
  }

  private static boolean fulfils(Intent intent, EscrowEvent.OfBooking event) {
    return switch (intent) {
      case Intent.Attest attest ->
          event instanceof EscrowEvent.Attested attested
              && attested.metricsHash().equals(attest.metricsHash());
      case Intent.Finalize _ -> event instanceof EscrowEvent.Finalized;
      case Intent.FinalizeDispute _ -> event instanceof EscrowEvent.Resolved;
    };
  }
}
