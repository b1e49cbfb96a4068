package org.sessionsettlement.controlplane.auth;

import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.signature.InvalidSignatureException;
import org.sessionsettlement.tempo.signature.PersonalMessage;

/** Signatures by secp256k1 accounts over personal messages (ERC-191). */
public final class PersonalMessageSignatures implements MessageSignatures {
  @Override
  public Optional<Address> signer(String message, byte[] signature) {
    try {
      return Optional.of(PersonalMessage.recover(message, signature));
    } catch (InvalidSignatureException e) {
      return Optional.empty();
    }
  }
}
