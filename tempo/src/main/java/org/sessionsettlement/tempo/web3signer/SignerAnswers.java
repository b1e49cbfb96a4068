package org.sessionsettlement.tempo.web3signer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.MalformedAnswerException;
import org.sessionsettlement.tempo.signature.InvalidSignatureException;
import org.sessionsettlement.tempo.signature.Secp256k1PublicKey;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;

/** Understands what the signer says, and believes nothing of it. */
final class SignerAnswers {
  private static final int V_AT = Secp256k1Signature.SIZE - 1;
  private static final int FIRST_V = 27;

  private SignerAnswers() {}

  /** Hex of r || s || v, checked to be by this key over keccak256(data). */
  static Secp256k1Signature signature(String text, Secp256k1PublicKey key, Bytes data) {
    Secp256k1Signature signature = signature(text);
    try {
      if (!signature.recover(Keccak256.hash(data)).equals(key.address())) {
        throw malformed("a signature by another key, or over something else", null);
      }
      return signature;
    } catch (InvalidSignatureException impossible) {
      throw malformed("a signature that no key could have made", impossible);
    }
  }

  private static Secp256k1Signature signature(String text) {
    try {
      byte[] bytes = Bytes.fromHex(text).toArray();
      // Web3Signer writes 27 and 28; signers behind its interface write the bit itself.
      if (bytes.length == Secp256k1Signature.SIZE && (bytes[V_AT] == 0 || bytes[V_AT] == 1)) {
        bytes[V_AT] = (byte) (FIRST_V + bytes[V_AT]);
      }
      return Secp256k1Signature.fromBytes(Bytes.of(bytes));
    } catch (InvalidSignatureException noSignature) {
      throw malformed("no signature: " + noSignature.getMessage(), noSignature);
    } catch (IllegalArgumentException noHex) {
      throw malformed("no signature in hex", null);
    }
  }

  /** A JSON array of public keys in hex. */
  static List<Secp256k1PublicKey> publicKeys(String json) {
    try {
      List<Secp256k1PublicKey> keys = new ArrayList<>();
      for (JsonValue item : JsonValue.parse(json).items()) {
        keys.add(Secp256k1PublicKey.fromBytes(item.bytes()));
      }
      return List.copyOf(keys);
    } catch (MalformedAnswerException | InvalidSignatureException noKeys) {
      throw malformed("no list of public keys", noKeys);
    }
  }

  static RemoteSignerException malformed(String what, @Nullable Throwable cause) {
    return new RemoteSignerException.MalformedAnswer(
        "the remote signer answered with " + what, cause);
  }
}
