package org.sessionsettlement.controlplane.app;

import java.time.Instant;
import org.sessionsettlement.tempo.account.Account;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a wallet shows and sends when its owner signs in. */
final class SignInText {
  private SignInText() {}

  /** The message, from what /auth/nonce answered. */
  static String message(Account account, JsonNode nonce, Instant issuedAt) {
    return """
    %s wants you to sign in with your Ethereum account:
    %s

    %s

    URI: %s
    Version: 1
    Chain ID: %d
    Nonce: %s
    Issued At: %s"""
        .formatted(
            nonce.path("domain").asString(),
            account.address(),
            nonce.path("statement").asString(),
            nonce.path("uri").asString(),
            nonce.path("chain_id").asLong(),
            nonce.path("nonce").asString(),
            issuedAt);
  }

  /** The body of /auth/verify. */
  static String verifyBody(Account signer, String message) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("message", message)
        .put("signature", signer.signPersonalMessage(message).toBytes().toString())
        .toString();
  }
}
