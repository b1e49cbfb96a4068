package org.sessionsettlement.escrow;

import java.util.Arrays;
import java.util.Optional;
import org.sessionsettlement.tempo.rpc.RevertedException;

/**
 * The contract's revert reasons; the name is the string. docs/escrow-v1.md says which function
 * gives which.
 */
public enum EscrowRevert {
  ALREADY_BOOKED,
  ALREADY_STARTED,
  AMOUNT_TOO_LARGE,
  BAD_ADDR,
  BAD_AMOUNT,
  BAD_ATTEST_OUTCOME,
  BAD_CUTOFF,
  BAD_DURATION,
  BAD_EXPIRY,
  BAD_OUTCOME,
  BAD_OVERLAP,
  BAD_PRICE,
  BAD_TIME,
  BAD_TOKEN,
  BAD_WINDOW,
  BUFFER_TOO_LARGE,
  EXPIRED,
  FEE_TOO_HIGH,
  GRACE_NOT_OVER,
  GUEST_CANNOT_ACCEPT,
  HOST_CANNOT_BOOK,
  LOW_OFFER,
  NATIVE_SEND_FAILED,
  NO_BASE_PRICE,
  NO_DIRECT_ETH,
  NO_SHOW_TOO_LATE,
  NOT_ATTESTED,
  NOT_AVAILABLE,
  NOT_BOOKED,
  NOT_DISPUTED,
  NOT_FINALIZABLE,
  NOT_GUEST,
  NOT_HOST,
  NOT_OPEN,
  NOT_ORACLE,
  NOT_OWNER,
  NOT_PARTY,
  NOT_PENDING_OWNER,
  NOTHING_OWED,
  OVERLAP_NOT_MET,
  PENALTY_TOO_HIGH,
  REENTRANCY,
  START_TOO_SOON,
  TIMEOUT_TOO_LARGE,
  TOO_EARLY,
  TOO_LATE,
  TRANSFER_FAILED,
  WINDOW_OVER,
  WINDOW_TOO_LARGE,
  ZERO_BOND;

  /** The reason with this string; empty for one that is not the escrow's, such as a token's. */
  public static Optional<EscrowRevert> of(String reason) {
    return Arrays.stream(values()).filter(r -> r.name().equals(reason)).findFirst();
  }

  /** The reason of a revert; the exception keeps the raw string. */
  public static Optional<EscrowRevert> of(RevertedException reverted) {
    return reverted.reason().flatMap(EscrowRevert::of);
  }
}
