package org.sessionsettlement.controlplane.booking;

import java.math.BigInteger;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.tempo.Address;

/** What accounts may withdraw from an escrow, asked of the chain. */
public interface OwedReads {
  /**
   * What an account may withdraw.
   *
   * @param amount token units
   * @param asOfBlock the block that this was read from
   */
  record Owed(BigInteger amount, long asOfBlock) {}

  /** May throw {@link org.sessionsettlement.tempo.rpc.RpcException}. */
  Owed owed(SessionEscrow escrow, Address account);
}
