package org.sessionsettlement.tempo.account;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.signature.P256PublicKey;

/** A key in Java's own security provider, as it would be in Android's keystore. */
public final class JcaP256Key implements P256Key {
  private final KeyPair pair;

  /** A new one. */
  public JcaP256Key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  @Override
  public P256PublicKey publicKey() {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    return new P256PublicKey(key.getW().getAffineX(), key.getW().getAffineY());
  }

  @Override
  public Bytes signSha256(Bytes data) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(data.toArray());
      return Bytes.of(signature.sign());
    } catch (GeneralSecurityException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
