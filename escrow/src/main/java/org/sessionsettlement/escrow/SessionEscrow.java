package org.sessionsettlement.escrow;

import static java.util.stream.Collectors.toList;

import java.math.BigInteger;
import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * A deployed SessionEscrowV1, read as of one block tag. Lists are read in one JSON-RPC batch, in
 * the order of their ids. Every method may throw an {@link
 * org.sessionsettlement.tempo.rpc.RpcException}.
 */
public final class SessionEscrow {
  private final TempoRpc rpc;
  private final Address address;
  private final BlockTag tag;
  private final EscrowReads reads;

  /** Read as of the newest block. */
  public SessionEscrow(TempoRpc rpc, Address address) {
    this(rpc, address, BlockTag.LATEST);
  }

  /** Read as of {@code tag}. */
  public SessionEscrow(TempoRpc rpc, Address address, BlockTag tag) {
    this.rpc = rpc;
    this.address = address;
    this.tag = tag;
    this.reads = new EscrowReads(address);
  }

  /** The same escrow as of another block. */
  public SessionEscrow at(BlockTag other) {
    return new SessionEscrow(rpc, address, other);
  }

  /** Where it is deployed. */
  public Address address() {
    return address;
  }

  /** Its calls. */
  public EscrowCalls calls() {
    return new EscrowCalls(address);
  }

  /** Its reads as values, for batches of one's own. */
  public EscrowReads reads() {
    return reads;
  }

  /** A slot; zeros for an id never used. */
  public Slot slot(long slotId) {
    return read(reads.slot(slotId));
  }

  /** Slots in one batch. */
  public List<Slot> slots(List<Long> slotIds) {
    return rpc.readAll(slotIds.stream().map(reads::slot).collect(toList()), tag);
  }

  /** A booking; status NONE for an id never used. */
  public Booking booking(long bookingId) {
    return read(reads.booking(bookingId));
  }

  /** Bookings in one batch. */
  public List<Booking> bookings(List<Long> bookingIds) {
    return rpc.readAll(bookingIds.stream().map(reads::booking).collect(toList()), tag);
  }

  /** The terms that a booking keeps. */
  public BookingTerms terms(long bookingId) {
    return read(reads.terms(bookingId));
  }

  /** Terms of bookings in one batch. */
  public List<BookingTerms> terms(List<Long> bookingIds) {
    return rpc.readAll(bookingIds.stream().map(reads::terms).collect(toList()), tag);
  }

  /** A request; status NONE for an id never used. */
  public SessionRequest request(long requestId) {
    return read(reads.request(requestId));
  }

  /** Requests in one batch. */
  public List<SessionRequest> requests(List<Long> requestIds) {
    return rpc.readAll(requestIds.stream().map(reads::request).collect(toList()), tag);
  }

  /** Token units that an account may withdraw. */
  public BigInteger owed(Address account) {
    return read(reads.owed(account));
  }

  /** What accounts may withdraw, in one batch. */
  public List<BigInteger> owed(List<Address> accounts) {
    return rpc.readAll(accounts.stream().map(reads::owed).collect(toList()), tag);
  }

  /** Token units that the escrow holds for anybody. */
  public BigInteger totalHeld() {
    return read(reads.totalHeld());
  }

  /** Token units that a host asks for new slots, 0 when none is set. */
  public BigInteger hostBasePrice(Address host) {
    return read(reads.hostBasePrice(host));
  }

  /** The booking on a slot, 0 when there is none. */
  public long slotToBooking(long slotId) {
    return read(reads.slotToBooking(slotId));
  }

  /** The id that the next slot gets. */
  public long nextSlotId() {
    return read(reads.nextSlotId());
  }

  /** The id that the next booking gets. */
  public long nextBookingId() {
    return read(reads.nextBookingId());
  }

  /** The id that the next request gets. */
  public long nextRequestId() {
    return read(reads.nextRequestId());
  }

  /** The owner, who configures and resolves disputes. */
  public Address owner() {
    return read(reads.role("owner"));
  }

  /** The oracle, which alone attests. */
  public Address oracle() {
    return read(reads.role("oracle"));
  }

  /** The next owner, zero when there is none. */
  public Address pendingOwner() {
    return read(reads.role("pendingOwner"));
  }

  /** Token, oracle, treasury, fees and times of new bookings, in one batch. */
  public EscrowSettings settings() {
    return SettingsReading.read(rpc, reads, tag);
  }

  private <T> T read(ContractRead<T> read) {
    return rpc.read(read, tag);
  }
}
