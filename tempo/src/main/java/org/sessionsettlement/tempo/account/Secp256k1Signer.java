package org.sessionsettlement.tempo.account;

import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.signature.KeyType;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;

/**
 * An account with a secp256k1 key: the only kind that can pay others' fees or send types 0 to 2.
 */
public interface Secp256k1Signer extends KeyAccount {
  @Override
  default KeyType keyType() {
    return KeyType.SECP256K1;
  }

  @Override
  Secp256k1Signature sign(Bytes message);
}
