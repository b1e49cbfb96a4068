package org.sessionsettlement.tempo.account;

import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.signature.KeyType;
import org.sessionsettlement.tempo.signature.PrimitiveSignature;

/**
 * An account whose own key signs; such a key can also be let as an access key of another account.
 */
public interface KeyAccount extends Account {
  /** The kind of its key. */
  KeyType keyType();

  @Override
  PrimitiveSignature sign(Bytes message);
}
