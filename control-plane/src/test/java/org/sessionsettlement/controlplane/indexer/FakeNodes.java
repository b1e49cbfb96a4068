package org.sessionsettlement.controlplane.indexer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.escrow.Slot;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.Log;

/** Nodes behind one address: which of them answers what, a test says. */
final class FakeNodes implements EscrowSource {
  private FakeChain head;
  private FakeChain blocks;
  private FakeChain logs;
  private long mostBlocks = Long.MAX_VALUE;
  private int refusals;
  private int mostSlotsAtOnce;

  FakeNodes(FakeChain chain) {
    this.head = chain;
    this.blocks = chain;
    this.logs = chain;
  }

  FakeNodes answerFrom(FakeChain chain) {
    return headFrom(chain).blocksFrom(chain).logsFrom(chain);
  }

  FakeNodes headFrom(FakeChain chain) {
    head = chain;
    return this;
  }

  FakeNodes blocksFrom(FakeChain chain) {
    blocks = chain;
    return this;
  }

  FakeNodes logsFrom(FakeChain chain) {
    logs = chain;
    return this;
  }

  FakeNodes refuseRangesAbove(long most) {
    mostBlocks = most;
    return this;
  }

  int refusals() {
    return refusals;
  }

  /** How much was asked for in one piece. */
  int mostSlotsAtOnce() {
    return mostSlotsAtOnce;
  }

  @Override
  public Address escrow() {
    return FakeChain.ESCROW;
  }

  @Override
  public BlockRef head() {
    return head.head();
  }

  @Override
  public Map<Long, BlockRef> blocks(Collection<Long> numbers) {
    return blocks.blocks(numbers);
  }

  @Override
  public Optional<List<Log>> logs(long fromBlock, BlockRef last) {
    if (last.number() - fromBlock + 1 > mostBlocks) {
      refusals++;
      throw NodeErrors.rangeTooLarge();
    }
    return logs.logs(fromBlock, last);
  }

  @Override
  public List<Log> logs(List<BlockRef> of) {
    return logs.logs(of);
  }

  @Override
  public List<Slot> slots(List<Long> slotIds, BlockRef at) {
    mostSlotsAtOnce = Math.max(mostSlotsAtOnce, slotIds.size());
    return blocks.slots(slotIds, at);
  }

  @Override
  public List<BookingTerms> terms(List<Long> bookingIds, BlockRef at) {
    return blocks.terms(bookingIds, at);
  }

  @Override
  public List<Booking> bookings(List<Long> bookingIds, BlockRef at) {
    return blocks.bookings(bookingIds, at);
  }

  @Override
  public Totals totals(BlockRef at) {
    return blocks.totals(at);
  }
}
