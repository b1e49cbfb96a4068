package org.sessionsettlement.escrow;

import com.esaulpaugh.headlong.abi.Function;

/** The functions of SessionEscrowV1 that change something; a test holds them to the ABI. */
final class EscrowFunctions {
  static final Function SET_HOST_BASE_PRICE = Function.parse("setHostBasePrice(uint256)");
  static final Function CREATE_SLOT =
      Function.parse("createSlot(uint48,uint32,uint32,uint32,uint32)");
  static final Function CANCEL_SLOT = Function.parse("cancelSlot(uint256)");
  static final Function BOOK = Function.parse("book(uint256)");
  static final Function CREATE_REQUEST =
      Function.parse("createRequest(address,uint48,uint48,uint32,uint256,uint48)");
  static final Function CANCEL_REQUEST = Function.parse("cancelRequest(uint256)");
  static final Function ACCEPT_REQUEST =
      Function.parse("acceptRequest(uint256,uint48,uint32,uint32,uint32)");
  static final Function CANCEL_AS_GUEST = Function.parse("cancelBookingAsGuest(uint256)");
  static final Function CANCEL_AS_HOST = Function.parse("cancelBookingAsHost(uint256)");
  static final Function ATTEST = Function.parse("attest(uint256,uint8,bytes32)");
  static final Function CLAIM_IF_UNATTESTED = Function.parse("claimIfUnattested(uint256)");
  static final Function CHALLENGE = Function.parse("challenge(uint256)");
  static final Function RESOLVE_DISPUTE = Function.parse("resolveDispute(uint256,uint8)");
  static final Function FINALIZE_DISPUTE = Function.parse("finalizeDisputeByTimeout(uint256)");
  static final Function FINALIZE = Function.parse("finalize(uint256)");
  static final Function WITHDRAW_OWED = Function.parse("withdrawOwed()");
  static final Function WITHDRAW_OWED_TO = Function.parse("withdrawOwed(address)");
  static final Function SWEEP_TOKEN_EXCESS = Function.parse("sweepTokenExcess()");
  static final Function SWEEP_NATIVE = Function.parse("sweepNative()");
  static final Function SET_ORACLE = Function.parse("setOracle(address)");
  static final Function SET_TREASURY = Function.parse("setTreasury(address)");
  static final Function SET_FEE_BPS = Function.parse("setFeeBps(uint16)");
  static final Function SET_PENALTY_BPS = Function.parse("setLateCancelPenaltyBps(uint16)");
  static final Function SET_CHALLENGE_BOND = Function.parse("setChallengeBond(uint256)");
  static final Function SET_CHALLENGE_WINDOW = Function.parse("setChallengeWindow(uint48)");
  static final Function SET_NO_ATTEST_BUFFER = Function.parse("setNoAttestBuffer(uint48)");
  static final Function SET_DISPUTE_TIMEOUT = Function.parse("setDisputeTimeout(uint48)");
  static final Function TRANSFER_OWNERSHIP = Function.parse("transferOwnership(address)");
  static final Function ACCEPT_OWNERSHIP = Function.parse("acceptOwnership()");

  private EscrowFunctions() {}
}
