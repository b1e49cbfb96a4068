package org.sessionsettlement.bench.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.EscrowCalls;
import org.sessionsettlement.escrow.EscrowGas;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.Funding;
import org.sessionsettlement.localnet.LocalDeployment;
import org.sessionsettlement.localnet.LocalSender;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;

/** An escrow of a local chain, with bookings of one host and one guest. */
final class BookedEscrow {
  static final Secp256k1Account HOST = DevAccounts.HOSTS.getFirst().account();
  static final Secp256k1Account GUEST = DevAccounts.GUESTS.getFirst().account();

  static final long DURATION_S = 60;

  private static final BigInteger PRICE = BigInteger.ONE;
  private static final int DURATION_MINS = (int) (DURATION_S / 60);
  private static final long DAY_S = 86_400;

  /** What fits under the gas cap of a transaction, with gas to spare. */
  private static final int CALLS_A_TRANSACTION = 25;

  private final LocalDeployment deployment;
  private final EscrowCalls calls;
  private final SessionEscrow escrow;
  private final LocalSender host;
  private final LocalSender guest;

  /** Deploys it on this chain; its oracle is the local chain's. */
  BookedEscrow(TempoRpc rpc) {
    this.deployment = LocalDeployment.deploy(rpc, DevAccounts.OWNER.account(), settings());
    this.calls = new EscrowCalls(deployment.escrow());
    this.escrow = new SessionEscrow(rpc, deployment.escrow());
    this.host = new LocalSender(rpc, HOST);
    this.guest = new LocalSender(rpc, GUEST);
    host.send("a price", List.of(calls.setHostBasePrice(PRICE)), EscrowGas.CONFIGURE);
    var allowance = BigInteger.TWO.pow(96);
    var approval = new Tip20(deployment.token()).approve(deployment.escrow(), allowance);
    guest.send("an allowance", List.of(approval), EscrowGas.APPROVE + EscrowGas.TRANSACTION);
  }

  private static EscrowSettings settings() {
    return new EscrowSettings(
        Funding.ALPHA_USD,
        DevAccounts.ORACLE.account().address(),
        DevAccounts.TREASURY.account().address(),
        0,
        DAY_S,
        BigInteger.ONE,
        0,
        DAY_S,
        DAY_S);
  }

  LocalDeployment deployment() {
    return deployment;
  }

  Address address() {
    return deployment.escrow();
  }

  /** That many bookings of a minute from then, all of it to be spent together, without grace. */
  List<BookingKey> book(int bookings, long startSeconds) {
    long firstSlot = escrow.nextSlotId();
    long firstBooking = escrow.nextBookingId();
    var slot = calls.createSlot(startSeconds, DURATION_MINS, 0, DURATION_MINS, 0);
    send(host, "slots", Collections.nCopies(bookings, slot), EscrowGas.CREATE_SLOT);
    var booked = LongStream.range(firstSlot, firstSlot + bookings).mapToObj(calls::book).toList();
    send(guest, "bookings", booked, EscrowGas.BOOK);
    return LongStream.range(firstBooking, firstBooking + bookings)
        .mapToObj(id -> new BookingKey(address(), id))
        .toList();
  }

  private static void send(LocalSender sender, String what, List<Call> calls, long gasEach) {
    for (int from = 0; from < calls.size(); from += CALLS_A_TRANSACTION) {
      var some =
          new ArrayList<>(calls.subList(from, Math.min(calls.size(), from + CALLS_A_TRANSACTION)));
      sender.send(what, some, EscrowGas.TRANSACTION + gasEach * some.size());
    }
  }
}
