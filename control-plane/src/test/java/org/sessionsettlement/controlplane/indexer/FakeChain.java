package org.sessionsettlement.controlplane.indexer;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.escrow.Slot;
import org.sessionsettlement.escrow.SlotStatus;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.Log;

/** A chain with one escrow whose blocks a test writes, and can take back. */
final class FakeChain implements EscrowSource {
  static final Address ESCROW = Address.parse("0x" + "11".repeat(20));
  static final Address HOST = Address.parse("0x" + "22".repeat(20));
  static final Address GUEST = Address.parse("0x" + "33".repeat(20));
  static final Hash32 METRICS = Hash32.parse("0x" + "ab".repeat(32));
  static final long START_S = 1_800_000_000;
  static final long PRICE = 10_000_000;
  static final BookingTerms TERMS =
      new BookingTerms(1_000, 5_000, 3_600, 10_800, 86_400, BigInteger.valueOf(1_000_000));

  private static final long FIRST_BLOCK_S = START_S - 10_000;

  private final List<List<Log>> blocks = new ArrayList<>();
  private final List<Hash32> hashes = new ArrayList<>();
  private final Map<Long, Slot> slots = new HashMap<>();
  private int fork;

  /** A block without events. */
  FakeChain empty() {
    return block(List.of());
  }

  FakeChain slotCreated(long slotId) {
    slots.put(
        slotId, new Slot(HOST, START_S, 30, BigInteger.valueOf(PRICE), 5, 15, 60, SlotStatus.OPEN));
    return event(
        "SessionSlotCreated(uint256,address,uint48,uint32,uint256)",
        List.of(word(slotId), word(HOST)),
        word(START_S),
        word(30),
        word(PRICE));
  }

  FakeChain booked(long bookingId, long slotId) {
    return event(
        "SessionBooked(uint256,uint256,address,uint256)",
        List.of(word(bookingId), word(slotId), word(GUEST)),
        word(PRICE));
  }

  FakeChain attested(long bookingId, EscrowOutcome outcome) {
    return event(
        "Attested(uint256,uint8,bytes32,uint64)",
        List.of(word(bookingId)),
        word(outcome.code()),
        METRICS,
        word(START_S + 9_999));
  }

  FakeChain cancelled(long bookingId, EscrowOutcome reason) {
    return event(
        "SessionBookingCancelled(uint256,uint8,uint256,uint256,uint256,uint256)",
        List.of(word(bookingId)),
        word(reason.code()),
        word(PRICE),
        word(0),
        word(0),
        word(0));
  }

  /** Takes the newest blocks back; what is written from now on has other hashes. */
  FakeChain takeBack(int count) {
    for (int i = 0; i < count; i++) {
      blocks.removeLast();
      hashes.removeLast();
    }
    fork++;
    return this;
  }

  long secondsOf(long block) {
    return FIRST_BLOCK_S + block;
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
    long number = blocks.size();
    return block(
        List.of(new Log(ESCROW, topics, Bytes.fromHex(joined.toString()), number, hash, hash, 0)));
  }

  private FakeChain block(List<Log> logs) {
    hashes.add(nextHash());
    blocks.add(logs);
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
    return block(blocks.size() - 1).orElseThrow();
  }

  @Override
  public Optional<BlockRef> block(long number) {
    return number < blocks.size()
        ? Optional.of(new BlockRef(number, hashes.get((int) number), secondsOf(number)))
        : Optional.empty();
  }

  @Override
  public List<Log> logs(long fromBlock, long toBlock) {
    return blocks.subList((int) fromBlock, (int) toBlock + 1).stream()
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Slot> slots(List<Long> slotIds) {
    return slotIds.stream().map(id -> Optional.ofNullable(slots.get(id)).orElseThrow()).toList();
  }

  @Override
  public List<BookingTerms> terms(List<Long> bookingIds) {
    return bookingIds.stream().map(id -> TERMS).toList();
  }
}
