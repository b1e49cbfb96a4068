package org.sessionsettlement.controlplane.indexer;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.escrow.Slot;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.Log;

/**
 * A chain with one escrow whose blocks a test writes, and can take back. It keeps the escrow's
 * state beside its logs, so that the two can be compared.
 */
final class FakeChain implements EscrowSource {
  static final Address ESCROW = Address.parse("0x" + "11".repeat(20));
  static final Address HOST = Address.parse("0x" + "22".repeat(20));
  static final Address GUEST = Address.parse("0x" + "33".repeat(20));
  static final Hash32 METRICS = Hash32.parse("0x" + "ab".repeat(32));
  static final long START_S = 1_800_000_000;
  static final long PRICE = 10_000_000;
  static final long BOND = 1_000_000;
  static final BookingTerms TERMS =
      new BookingTerms(1_000, 5_000, 3_600, 10_800, 86_400, BigInteger.valueOf(BOND));

  private static final long FIRST_BLOCK_S = START_S - 10_000;

  private record FakeBlock(BlockRef ref, List<Log> logs) {}

  private final List<FakeBlock> blocks = new ArrayList<>();
  private final FakeEscrow escrow = new FakeEscrow();
  private List<Log> pending = new ArrayList<>();
  private boolean together;
  private int fork;
  private long requests;

  /** A block without events. */
  FakeChain empty() {
    return block();
  }

  /** What is written meanwhile is one block. */
  FakeChain inOneBlock(Runnable events) {
    together = true;
    events.run();
    together = false;
    return block();
  }

  FakeChain slotCreated(long slotId) {
    escrow.slotCreated(next(), slotId);
    return event(
        "SessionSlotCreated(uint256,address,uint48,uint32,uint256)",
        List.of(word(slotId), word(HOST)),
        word(START_S),
        word(30),
        word(PRICE));
  }

  FakeChain booked(long bookingId, long slotId) {
    return booked(bookingId, slotId, PRICE);
  }

  private FakeChain booked(long bookingId, long slotId, long held) {
    escrow.booked(next(), bookingId, slotId, held);
    return event(
        "SessionBooked(uint256,uint256,address,uint256)",
        List.of(word(bookingId), word(slotId), word(GUEST)),
        word(PRICE));
  }

  FakeChain requested(long requestId) {
    escrow.holds(next(), PRICE);
    return event(
        "SessionRequestCreated(uint256,address,address,uint48,uint48,uint32,uint256,uint48)",
        List.of(word(requestId), word(HOST), word(GUEST)),
        word(START_S),
        word(START_S + 60),
        word(30),
        word(PRICE),
        word(START_S));
  }

  /** Three events of one block, as the contract makes them. */
  FakeChain accepted(long requestId, long slotId, long bookingId) {
    return inOneBlock(
        () -> {
          slotCreated(slotId);
          booked(bookingId, slotId, 0);
          event(
              "SessionRequestAccepted(uint256,address,uint256,uint256,uint48)",
              List.of(word(requestId), word(HOST)),
              word(slotId),
              word(bookingId),
              word(START_S));
        });
  }

  FakeChain attested(long bookingId, EscrowOutcome outcome) {
    escrow.attested(next(), bookingId, outcome, secondsOf(next()), START_S + 9_999);
    return event(
        "Attested(uint256,uint8,bytes32,uint64)",
        List.of(word(bookingId)),
        word(outcome.code()),
        METRICS,
        word(START_S + 9_999));
  }

  FakeChain cancelled(long bookingId, EscrowOutcome reason) {
    escrow.cancelled(next(), bookingId);
    return event(
        "SessionBookingCancelled(uint256,uint8,uint256,uint256,uint256,uint256)",
        List.of(word(bookingId)),
        word(reason.code()),
        word(PRICE),
        word(0),
        word(0),
        word(0));
  }

  FakeChain challenged(long bookingId) {
    escrow.challenged(next(), bookingId, secondsOf(next()));
    return event(
        "Challenged(uint256,address,uint256)", List.of(word(bookingId), word(GUEST)), word(BOND));
  }

  FakeChain resolved(long bookingId, EscrowOutcome outcome) {
    escrow.resolved(next(), bookingId, outcome, secondsOf(next()));
    return event("Resolved(uint256,uint8)", List.of(word(bookingId)), word(outcome.code()));
  }

  FakeChain finalized(long bookingId) {
    var outcome = escrow.finalized(next(), bookingId);
    return event(
        "Finalized(uint256,uint8,uint256,uint256,uint256)",
        List.of(word(bookingId)),
        word(outcome.code()),
        word(PRICE),
        word(0),
        word(0));
  }

  FakeChain claimed(long bookingId) {
    escrow.claimed(next(), bookingId);
    return event("UnattestedRefunded(uint256,uint256)", List.of(word(bookingId)), word(PRICE));
  }

  FakeChain withdrawn(long amount) {
    escrow.holds(next(), -amount);
    return event(
        "OwedWithdrawn(address,address,uint256)", List.of(word(GUEST), word(GUEST)), word(amount));
  }

  /** Takes the newest blocks back; what is written from now on has other hashes. */
  FakeChain takeBack(int count) {
    for (int i = 0; i < count; i++) {
      blocks.removeLast();
    }
    escrow.forgetFrom(blocks.size());
    fork++;
    return this;
  }

  /** The contract's own state, as of the newest block. */
  FakeEscrow state() {
    return escrow;
  }

  int height() {
    return blocks.size();
  }

  /** How often it was asked. */
  long requests() {
    return requests;
  }

  long secondsOf(long block) {
    return FIRST_BLOCK_S + block;
  }

  private long next() {
    return blocks.size();
  }

  private FakeChain event(String signature, List<Hash32> indexed, Hash32... data) {
    var topics =
        new ArrayList<>(List.of(Keccak256.hash(signature.getBytes(StandardCharsets.UTF_8))));
    topics.addAll(indexed);
    var joined = new StringBuilder("0x");
    for (var one : data) {
      joined.append(one.toString().substring(2));
    }
    var hash = nextHash();
    var bytes = Bytes.fromHex(joined.toString());
    pending.add(new Log(ESCROW, topics, bytes, next(), hash, hash, pending.size()));
    return together ? this : block();
  }

  private FakeChain block() {
    var parent = blocks.isEmpty() ? Hash32.ZERO : blocks.getLast().ref().hash();
    blocks.add(new FakeBlock(new BlockRef(next(), nextHash(), parent, secondsOf(next())), pending));
    pending = new ArrayList<>();
    return this;
  }

  private Hash32 nextHash() {
    return Keccak256.hash((fork + ":" + blocks.size()).getBytes(StandardCharsets.UTF_8));
  }

  private static Hash32 word(long value) {
    return Hash32.parse(String.format("0x%064x", value));
  }

  private static Hash32 word(Address address) {
    return Hash32.parse("0x" + "0".repeat(24) + address.toLowerHex().substring(2));
  }

  @Override
  public Address escrow() {
    return ESCROW;
  }

  @Override
  public BlockRef head() {
    requests++;
    return blocks.getLast().ref();
  }

  @Override
  public Map<Long, BlockRef> blocks(Collection<Long> numbers) {
    requests++;
    Map<Long, BlockRef> there = new HashMap<>();
    numbers.stream()
        .filter(number -> number < blocks.size())
        .forEach(number -> there.put(number, blocks.get(number.intValue()).ref()));
    return there;
  }

  @Override
  public Optional<List<Log>> logs(long fromBlock, BlockRef last) {
    requests++;
    return has(last)
        ? Optional.of(
            blocks.subList((int) fromBlock, (int) last.number() + 1).stream()
                .flatMap(block -> block.logs().stream())
                .toList())
        : Optional.empty();
  }

  @Override
  public List<Log> logs(List<BlockRef> of) {
    requests++;
    of.forEach(this::require);
    return of.stream().flatMap(ref -> blocks.get((int) ref.number()).logs().stream()).toList();
  }

  @Override
  public List<Slot> slots(List<Long> slotIds, BlockRef at) {
    require(at);
    return slotIds.stream().map(id -> escrow.slot(id, at.number())).toList();
  }

  @Override
  public List<BookingTerms> terms(List<Long> bookingIds, BlockRef at) {
    require(at);
    return bookingIds.stream().map(id -> TERMS).toList();
  }

  @Override
  public List<Booking> bookings(List<Long> bookingIds, BlockRef at) {
    require(at);
    return bookingIds.stream().map(id -> escrow.booking(id, at.number())).toList();
  }

  @Override
  public Totals totals(BlockRef at) {
    require(at);
    return escrow.totals(at.number());
  }

  private boolean has(BlockRef block) {
    return block.number() < blocks.size() && blocks.get((int) block.number()).ref().equals(block);
  }

  private void require(BlockRef block) {
    requests++;
    if (!has(block)) {
      throw NodeErrors.unknownBlock();
    }
  }
}
