package org.sessionsettlement.tempo.signature;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;

/** Tells signatures apart: 65 bytes are secp256k1, else the first byte says. */
final class SignatureDecoding {
  static final int P256 = 0x01;
  static final int WEBAUTHN = 0x02;
  static final int KEYCHAIN_V1 = 0x03;
  static final int KEYCHAIN_V2 = 0x04;
  private static final int ADDRESS = 20;

  private SignatureDecoding() {}

  static TempoSignature decode(Bytes bytes) {
    boolean keychain =
        bytes.size() != Secp256k1Signature.SIZE && !bytes.isEmpty() && bytes.at(0) == KEYCHAIN_V2;
    return keychain ? keychain(bytes) : primitive(bytes);
  }

  static PrimitiveSignature primitive(Bytes bytes) {
    if (bytes.size() == Secp256k1Signature.SIZE) {
      return Secp256k1Signature.fromBytes(bytes);
    }
    if (bytes.isEmpty()) {
      throw new InvalidSignatureException("a signature without a byte");
    }
    return switch (bytes.at(0)) {
      case P256 -> P256Signature.fromBytes(bytes);
      case WEBAUTHN -> WebAuthnSignature.fromBytes(bytes);
      case KEYCHAIN_V1 ->
          throw new InvalidSignatureException("keychain signatures of version 1 are not taken");
      case KEYCHAIN_V2 ->
          throw new InvalidSignatureException("a keychain signature where a key's own is needed");
      default -> throw new InvalidSignatureException("an unknown kind of signature");
    };
  }

  private static KeychainSignature keychain(Bytes bytes) {
    if (bytes.size() <= 1 + ADDRESS) {
      throw new InvalidSignatureException("a keychain signature that is too short");
    }
    Address root = Address.of(bytes.slice(1, 1 + ADDRESS).toArray());
    return new KeychainSignature(root, primitive(bytes.slice(1 + ADDRESS, bytes.size())));
  }
}
