package org.sessionsettlement.cli.deploy;

import org.sessionsettlement.cli.verb.Refusal;
import org.sessionsettlement.escrow.EscrowCode;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.MalformedAnswerException;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;

/** Reads an escrow as of one block, so that its figures belong together. */
final class EscrowStateReading {
  private EscrowStateReading() {}

  static EscrowState read(TempoRpc rpc, Address address) {
    Bytes code = rpc.code(address);
    if (code.isEmpty()) {
      throw Refusal.failed("no_contract", "there is no contract at " + address);
    }
    try {
      return read(rpc, address, code);
    } catch (RevertedException | MalformedAnswerException | IllegalArgumentException e) {
      throw Refusal.failed(
          "code_not_ours", "the contract at " + address + " does not answer as SessionEscrowV1");
    }
  }

  private static EscrowState read(TempoRpc rpc, Address address, Bytes code) {
    long block = rpc.blockNumber();
    BlockTag tag = BlockTag.number(block);
    SessionEscrow escrow = new SessionEscrow(rpc, address, tag);
    EscrowSettings settings = escrow.settings();
    return new EscrowState(
        address,
        block,
        EscrowCode.paymentToken(code),
        settings,
        escrow.owner(),
        escrow.pendingOwner(),
        rpc.read(new Tip20(settings.paymentToken()).balanceOf(address), tag),
        escrow.totalHeld(),
        escrow.nextSlotId() - 1,
        escrow.nextBookingId() - 1,
        escrow.nextRequestId() - 1);
  }
}
