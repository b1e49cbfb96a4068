package org.sessionsettlement.controlplane.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.controlplane.digest.Digests;

/**
 * The keys of the access tokens: the first signs, all verify. To rotate without a pause, add the
 * new key as the second on every node, then make it the first, then take the old one away once its
 * last token has expired. A key's id is made from it, so that nodes cannot disagree about ids.
 */
public final class SigningKeys {
  private static final String ID_TEXT = "session-settlement key id";
  private static final int ID_BYTES = 8;

  private final Map<String, MACVerifier> verifiers = new LinkedHashMap<>();
  private final String id;
  private final MACSigner signer;

  /**
   * @param secrets at least one, each of at least 32 bytes (HS256; RFC 7518, section 3.2)
   */
  public SigningKeys(List<String> secrets) {
    try {
      secrets.forEach(this::addVerifier);
      this.signer = new MACSigner(bytes(secrets.getFirst()));
      this.id = idOf(secrets.getFirst());
    } catch (JOSEException e) {
      throw tooShort(e);
    }
  }

  private void addVerifier(String secret) {
    try {
      verifiers.put(idOf(secret), new MACVerifier(bytes(secret)));
    } catch (JOSEException e) {
      throw tooShort(e);
    }
  }

  private static String idOf(String secret) {
    byte[] id = Digests.hmacSha256(bytes(secret), bytes(ID_TEXT));
    return Base64URL.encode(Arrays.copyOf(id, ID_BYTES)).toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException tooShort(JOSEException e) {
    return new IllegalArgumentException("a secret is shorter than 32 bytes", e);
  }

  /** The id of the key that signs. */
  String id() {
    return id;
  }

  MACSigner signer() {
    return signer;
  }

  /** The key of that id; empty where there is none, or no longer. */
  Optional<MACVerifier> verifier(String keyId) {
    return Optional.ofNullable(verifiers.get(keyId));
  }
}
