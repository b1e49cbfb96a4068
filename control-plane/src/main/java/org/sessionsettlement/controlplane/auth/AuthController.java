package org.sessionsettlement.controlplane.auth;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in over HTTP. */
@RestController
public final class AuthController {
  static final String STATEMENT = "Sign in to Session Settlement.";

  private final SignIn signIn;

  public AuthController(SignIn signIn) {
    this.signIn = signIn;
  }

  record NonceJson(
      String nonce,
      long expiresAtMs,
      String domain,
      String uri,
      long chainId,
      String version,
      String statement) {
    static NonceJson of(Nonces.Nonce nonce, Site site) {
      return new NonceJson(
          nonce.text(),
          nonce.expiresAtMs(),
          site.domain(),
          site.uri().toString(),
          site.chainId(),
          "1",
          STATEMENT);
    }
  }

  record VerifyRequest(@Nullable String message, @Nullable String signature) {}

  record TokenJson(String accessToken, String tokenType, long expiresAtMs, String wallet) {
    static TokenJson of(AccessTokens.AccessToken token) {
      return new TokenJson(token.text(), "Bearer", token.expiresAtMs(), token.wallet().toString());
    }
  }

  @PostMapping("/auth/nonce")
  NonceJson nonce() {
    return NonceJson.of(signIn.nonce(), signIn.site());
  }

  @PostMapping("/auth/verify")
  TokenJson verify(@RequestBody VerifyRequest request) {
    if (request.message() == null) {
      throw new ProblemException(ProblemCode.MALFORMED_MESSAGE);
    }
    return switch (signIn.verify(request.message(), signature(request.signature()))) {
      case SignIn.Result.SignedIn(var token) -> TokenJson.of(token);
      case SignIn.Result.Refused(var code) -> throw new ProblemException(code);
    };
  }

  private static byte[] signature(@Nullable String hex) {
    try {
      return HexFormat.of().parseHex(hex == null ? "" : hex.replaceFirst("^0x", ""));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.BAD_SIGNATURE);
    }
  }
}
