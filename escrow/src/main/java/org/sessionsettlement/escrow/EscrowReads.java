package org.sessionsettlement.escrow;

import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.math.BigInteger;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.ContractRead;

/**
 * Reads of an escrow as values, to be sent one by one or many in a batch ({@code
 * TempoRpc.readAll}).
 */
public record EscrowReads(Address escrow) {
  private static final Getter SLOT =
      new Getter("getSlot(uint256)", "(address,uint48,uint32,uint256,uint32,uint32,uint32,uint8)");
  private static final Getter BOOKING =
      new Getter(
          "getBooking(uint256)",
          "(uint256,address,uint256,uint8,uint8,bytes32,uint64,uint64,address,uint256,uint64)");
  private static final Getter TERMS =
      new Getter("getBookingTerms(uint256)", "(uint16,uint16,uint48,uint48,uint48,uint256)");
  private static final Getter REQUEST =
      new Getter(
          "getRequest(uint256)",
          "(address,address,uint48,uint48,uint32,uint256,uint48,uint8,uint256,uint256,address)");

  /** A slot. */
  public ContractRead<Slot> slot(long slotId) {
    return read(SLOT, Slot::read, Abi.id(slotId));
  }

  /** A booking. */
  public ContractRead<Booking> booking(long bookingId) {
    return read(BOOKING, Booking::read, Abi.id(bookingId));
  }

  /** A booking's terms. */
  public ContractRead<BookingTerms> terms(long bookingId) {
    return read(TERMS, BookingTerms::read, Abi.id(bookingId));
  }

  /** A request. */
  public ContractRead<SessionRequest> request(long requestId) {
    return read(REQUEST, SessionRequest::read, Abi.id(requestId));
  }

  /** Token units that an account may withdraw. */
  public ContractRead<BigInteger> owed(Address account) {
    return amount("owed(address)", Abi.address(account));
  }

  /** Token units that a host asks for new slots, 0 when none is set. */
  public ContractRead<BigInteger> hostBasePrice(Address host) {
    return amount("hostBasePrice(address)", Abi.address(host));
  }

  /** Token units that the escrow holds for anybody. */
  public ContractRead<BigInteger> totalHeld() {
    return amount("totalHeld()");
  }

  /** The booking on a slot, 0 when there is none. */
  public ContractRead<Long> slotToBooking(long slotId) {
    return number("slotToBooking(uint256)", "(uint256)", Abi.id(slotId));
  }

  /** The id of the next slot; ids count from 1. */
  public ContractRead<Long> nextSlotId() {
    return number("nextSlotId()", "(uint256)");
  }

  /** The id of the next booking. */
  public ContractRead<Long> nextBookingId() {
    return number("nextBookingId()", "(uint256)");
  }

  /** The id of the next request. */
  public ContractRead<Long> nextRequestId() {
    return number("nextRequestId()", "(uint256)");
  }

  /** One of the addresses: owner, pendingOwner, oracle, treasury, paymentToken. */
  ContractRead<Address> role(String getter) {
    return read(new Getter(getter + "()", "(address)"), Words::address);
  }

  /** One of the configured numbers. */
  ContractRead<BigInteger> setting(String getter, String type) {
    return read(new Getter(getter + "()", "(" + type + ")"), w -> BigInteger.valueOf(w.number()));
  }

  /** The bond of new bookings, token units. */
  ContractRead<BigInteger> challengeBond() {
    return amount("challengeBond()");
  }

  private ContractRead<BigInteger> amount(String signature, Object... arguments) {
    return read(new Getter(signature, "(uint256)"), Words::amount, arguments);
  }

  private ContractRead<Long> number(String signature, String returns, Object... arguments) {
    return read(new Getter(signature, returns), Words::number, arguments);
  }

  private <T> ContractRead<T> read(Getter getter, Shape<T> shape, Object... arguments) {
    return new ContractRead<>(
        escrow,
        Abi.encode(getter.function, arguments),
        data -> shape.read(Words.decode(getter.returns, data)));
  }

  /** What a getter takes and returns; a struct of static members is encoded as its members are. */
  private record Getter(Function function, TupleType<Tuple> returns) {
    Getter(String signature, String returns) {
      this(Function.parse(signature), TupleType.parse(returns));
    }
  }

  private interface Shape<T> {
    T read(Words words);
  }
}
