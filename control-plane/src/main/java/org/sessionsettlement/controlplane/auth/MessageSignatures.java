package org.sessionsettlement.controlplane.auth;

import java.util.Optional;
import org.sessionsettlement.tempo.Address;

/** Tells who signed a text. */
public interface MessageSignatures {
  /** The signer; empty where these bytes are no signature. */
  Optional<Address> signer(String message, byte[] signature);
}
