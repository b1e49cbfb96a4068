package org.sessionsettlement.controlplane.indexer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.escrow.EscrowReads;
import org.sessionsettlement.escrow.Slot;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.Log;
import org.sessionsettlement.tempo.rpc.LogSelector;
import org.sessionsettlement.tempo.rpc.RpcOutcome;
import org.sessionsettlement.tempo.rpc.RpcRequest;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** The source over JSON-RPC: batches, and state as of a block's hash (EIP-1898, EIP-234). */
public final class RpcEscrowSource implements EscrowSource {
  private static final Comparator<Log> IN_ORDER =
      Comparator.comparingLong(Log::blockNumber).thenComparingLong(Log::logIndex);

  private final TempoRpc rpc;
  private final EscrowReads reads;
  private final BlockTag trusted;

  /**
   * @param trusted finalized on a real node, latest on the local chain
   */
  public RpcEscrowSource(TempoRpc rpc, Address escrow, BlockTag trusted) {
    this.rpc = rpc;
    this.reads = new EscrowReads(escrow);
    this.trusted = trusted;
  }

  @Override
  public Address escrow() {
    return reads.escrow();
  }

  @Override
  public BlockRef head() {
    return ref(rpc.block(trusted));
  }

  @Override
  public Map<Long, BlockRef> blocks(Collection<Long> numbers) {
    Map<Long, BlockRef> blocks = new HashMap<>();
    for (var outcome : rpc.batch(numbers.stream().map(RpcEscrowSource::getBlock).toList())) {
      block(outcome).ifPresent(block -> blocks.put(block.number(), block));
    }
    return blocks;
  }

  /** One HTTP request, hence one node; it is asked for its block before its logs. */
  @Override
  public Optional<List<Log>> logs(long fromBlock, BlockRef last) {
    var filter = new HashMap<>(LogSelector.of(escrow()).parameter());
    filter.put("fromBlock", BlockTag.number(fromBlock).parameter());
    filter.put("toBlock", BlockTag.number(last.number()).parameter());
    var answers = rpc.batch(List.of(getBlock(last.number()), RpcRequest.of("eth_getLogs", filter)));
    var logs = answers.get(1).orThrow().items().stream().map(Log::read);
    return block(answers.getFirst())
        .filter(block -> block.hash().equals(last.hash()))
        .map(block -> logs.sorted(IN_ORDER).toList());
  }

  @Override
  public List<Log> logs(List<BlockRef> blocks) {
    var hashes = blocks.stream().map(BlockRef::hash).toList();
    return rpc.logs(LogSelector.of(escrow()), hashes).stream()
        .flatMap(List::stream)
        .sorted(IN_ORDER)
        .toList();
  }

  @Override
  public List<Slot> slots(List<Long> slotIds, BlockRef at) {
    return readAll(slotIds, reads::slot, at);
  }

  @Override
  public List<BookingTerms> terms(List<Long> bookingIds, BlockRef at) {
    return readAll(bookingIds, reads::terms, at);
  }

  @Override
  public List<Booking> bookings(List<Long> bookingIds, BlockRef at) {
    return readAll(bookingIds, reads::booking, at);
  }

  @Override
  public Totals totals(BlockRef at) {
    var held = readAll(List.of(reads.totalHeld()), at).getFirst();
    var next = readAll(List.of(reads.nextSlotId(), reads.nextBookingId()), at);
    return new Totals(held, next.getFirst() - 1, next.getLast() - 1);
  }

  private <T> List<T> readAll(List<Long> ids, Function<Long, ContractRead<T>> read, BlockRef at) {
    return readAll(ids.stream().map(read).toList(), at);
  }

  private <T> List<T> readAll(List<ContractRead<T>> wanted, BlockRef at) {
    var answers = rpc.batch(wanted.stream().map(read -> call(read, at)).toList());
    List<T> values = new ArrayList<>(wanted.size());
    for (int i = 0; i < wanted.size(); i++) {
      var decode = wanted.get(i).decode();
      values.add(answers.get(i).map(json -> decode.apply(json.bytes())).orThrow());
    }
    return values;
  }

  private static RpcRequest call(ContractRead<?> read, BlockRef at) {
    return RpcRequest.of(
        "eth_call",
        Map.of("to", read.to().toString(), "data", read.data().toString()),
        Map.of("blockHash", at.hash().toString()));
  }

  private static RpcRequest getBlock(long number) {
    return RpcRequest.of("eth_getBlockByNumber", BlockTag.number(number).parameter(), false);
  }

  private static Optional<BlockRef> block(RpcOutcome<JsonValue> outcome) {
    return outcome.orThrow().ifPresent().map(Block::read).map(RpcEscrowSource::ref);
  }

  private static BlockRef ref(Block block) {
    return new BlockRef(block.number(), block.hash(), block.parentHash(), block.timestampSeconds());
  }
}
