package org.sessionsettlement.cli.stack;

import java.math.BigInteger;
import org.sessionsettlement.client.EscrowApi;
import org.sessionsettlement.client.EscrowApi.SlotOffer;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.localnet.ChainBookings;
import org.sessionsettlement.localnet.ChainClock;
import org.sessionsettlement.localnet.DevAccounts.DevAccount;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.localnet.StepBarrier;
import org.sessionsettlement.localnet.TimeMover;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** Books sessions of dev accounts on a local chain and moves time to where they begin. */
public final class LocalSession {
  private static final BigInteger PRICE = BigInteger.valueOf(20_000_000);

  /** Until the start: the escrow wants more than a minute. */
  private static final long AHEAD_S = 120;

  private static final int GRACE_MINUTES = 5;
  private static final int OVERLAP_MINUTES = 15;
  private static final int CANCEL_MINUTES = 60;

  private final TempoRpc rpc;
  private final Address escrow;
  private final Address token;

  public LocalSession(TempoRpc rpc, Address escrow) {
    this.rpc = rpc;
    this.escrow = escrow;
    this.token = new SessionEscrow(rpc, escrow).settings().paymentToken();
  }

  /**
   * A session that has just begun.
   *
   * @param barrier waits for the service at every step of the time that passes
   * @return the booking's id
   * @throws org.sessionsettlement.client.EscrowRefusedException if the escrow refuses
   */
  public long begin(
      DevAccount host, DevAccount guest, int minutes, ChainClock clock, StepBarrier barrier) {
    long start = clock.nowSeconds() + AHEAD_S;
    var _ = as(host).setHostBasePrice(PRICE).orThrow();
    var offer = new SlotOffer(start, minutes, GRACE_MINUTES, OVERLAP_MINUTES, CANCEL_MINUTES);
    long slotId = as(host).createSlot(offer).orThrow().value();
    long bookingId = as(guest).book(slotId).orThrow().value();
    var booked = new ChainBookings(new SessionEscrow(rpc, escrow));
    var _ = new TimeMover(clock, booked, barrier).advanceTo(start);
    return bookingId;
  }

  private EscrowApi as(DevAccount wallet) {
    return new EscrowApi(rpc, LocalChain.CHAIN_ID, escrow, token, wallet.account());
  }
}
