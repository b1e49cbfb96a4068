package org.sessionsettlement.tempo.account;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.signature.PersonalMessage;
import org.sessionsettlement.tempo.signature.TempoSignature;
import org.sessionsettlement.tempo.signature.typeddata.TypedData;

/** Whoever signs for an address: a key in memory, in a phone, behind HTTP, or one that was let. */
public interface Account {
  /** The address that is signed for. */
  Address address();

  /**
   * Signs keccak256(message). The message and not its hash is handed over, so that a signer can see
   * what it signs, and a remote one that hashes by itself can be used.
   */
  TempoSignature sign(Bytes message);

  /** Signs a text as wallets do (ERC-191, version E). */
  default TempoSignature signPersonalMessage(String message) {
    return sign(PersonalMessage.envelope(message));
  }

  /** Signs structured data as wallets do (EIP-712, {@code eth_signTypedData_v4}). */
  default TempoSignature signTypedData(TypedData data) {
    return sign(data.signingPayload());
  }
}
