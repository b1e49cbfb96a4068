package org.sessionsettlement.controlplane.auth;

import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.signature.InvalidSignatureException;
import org.sessionsettlement.tempo.signature.PersonalMessage;

/** Signatures by accounts of every kind over personal messages (ERC-191). */
public final class PersonalMessageSignatures implements MessageSignatures {
  @Override
  public Optional<Address> signer(String message, byte[] signature) {
    try {
      return Optional.of(PersonalMessage.recover(message, Bytes.of(signature)));
    } catch (InvalidSignatureException e) {
      return Optional.empty();
    }
  }
}
