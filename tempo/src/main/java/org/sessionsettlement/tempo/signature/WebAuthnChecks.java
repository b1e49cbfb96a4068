package org.sessionsettlement.tempo.signature;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;

/**
 * What the chain asks of an assertion beside its signature, as strictly as the chain: the user was
 * present, no attested data and no extensions, an assertion (webauthn.get) with this challenge. As
 * on the chain, relying party and origin are not looked at: {@link WebAuthnSignature} holds them
 * for those who want to.
 */
final class WebAuthnChecks {
  private static final int FLAGS_AT = 32;
  private static final int USER_PRESENT = 0x01;
  private static final int ATTESTED_DATA = 0x40;
  private static final int EXTENSIONS = 0x80;
  private static final String ASSERTION = "\"type\":\"webauthn.get\"";

  private WebAuthnChecks() {}

  static void check(WebAuthnSignature signature, Hash32 hash) {
    int flags = signature.authenticatorData().at(FLAGS_AT);
    refuse((flags & USER_PRESENT) == 0, "the user was not present");
    refuse((flags & ATTESTED_DATA) != 0, "attested data in an assertion");
    refuse((flags & EXTENSIONS) != 0, "extensions are not supported");
    String json = utf8(signature.clientDataJson());
    refuse(!json.startsWith("{") || !json.endsWith("}"), "clientDataJSON is no object");
    refuse(!json.contains(ASSERTION), "clientDataJSON is of no assertion");
    refuse(!json.contains(challenge(hash)), "clientDataJSON has another challenge");
  }

  private static String challenge(Hash32 hash) {
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(hash.toArray());
    return "\"challenge\":\"" + text + "\"";
  }

  private static String utf8(Bytes text) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text.toArray())).toString();
    } catch (CharacterCodingException notText) {
      throw new InvalidSignatureException("clientDataJSON is no UTF-8");
    }
  }

  private static void refuse(boolean broken, String reason) {
    if (broken) {
      throw new InvalidSignatureException(reason);
    }
  }
}
