package org.sessionsettlement.controlplane.auth;

import java.security.Principal;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.problem.Caller;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.sessionsettlement.tempo.signature.WebAuthnSignature;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in over HTTP. */
@RestController
public final class AuthController {
  static final String STATEMENT = "Sign in to Session Settlement.";

  /** 0x and the longest signature there is, a passkey's (WebAuthnSignature), in hex. */
  private static final int MAX_SIGNATURE_CHARS = 2 + 2 * (1 + WebAuthnSignature.MAX_SIZE);

  private final SignIn signIn;
  private final Tickets tickets;

  public AuthController(SignIn signIn, Tickets tickets) {
    this.signIn = signIn;
    this.tickets = tickets;
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

  record RefreshRequest(@Nullable String refreshToken) {
    String token() {
      return refreshToken == null ? "" : refreshToken;
    }
  }

  record TokenJson(
      String accessToken,
      String tokenType,
      long expiresAtMs,
      long expiresInMs,
      String wallet,
      String refreshToken,
      long refreshExpiresAtMs) {
    static TokenJson of(AccessTokens.AccessToken access, RefreshTokens.RefreshToken refresh) {
      return new TokenJson(
          access.text(),
          "Bearer",
          access.expiresAtMs(),
          access.lifetimeMs(),
          access.wallet().toString(),
          refresh.text(),
          refresh.expiresAtMs());
    }
  }

  record LoggedOutJson(boolean ok) {}

  record TicketJson(String ticket, long expiresAtMs) {}

  @PostMapping("/auth/nonce")
  NonceJson nonce() {
    return NonceJson.of(signIn.nonce(), signIn.site());
  }

  @PostMapping("/auth/verify")
  TokenJson verify(@RequestBody VerifyRequest request) {
    if (request.message() == null) {
      throw new ProblemException(ProblemCode.MALFORMED_MESSAGE);
    }
    return tokens(signIn.verify(request.message(), signature(request.signature())));
  }

  @PostMapping("/auth/refresh")
  TokenJson refresh(@RequestBody RefreshRequest request) {
    return tokens(signIn.refresh(request.token()));
  }

  private static TokenJson tokens(SignIn.Result result) {
    return switch (result) {
      case SignIn.Result.SignedIn(var access, var refresh) -> TokenJson.of(access, refresh);
      case SignIn.Result.Refused(var code) -> throw new ProblemException(code);
    };
  }

  @PostMapping("/auth/logout")
  LoggedOutJson logout(@RequestBody RefreshRequest request) {
    signIn.logout(request.token());
    return new LoggedOutJson(true);
  }

  @PostMapping("/auth/ticket")
  TicketJson ticket(@Nullable Principal principal) {
    var ticket = tickets.issue(Caller.walletOf(principal));
    return new TicketJson(ticket.text(), ticket.expiresAtMs());
  }

  private static byte[] signature(@Nullable String hex) {
    if (hex != null && hex.length() > MAX_SIGNATURE_CHARS) {
      throw new ProblemException(ProblemCode.BAD_SIGNATURE);
    }
    try {
      return HexFormat.of().parseHex(hex == null ? "" : hex.replaceFirst("^0x", ""));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.BAD_SIGNATURE);
    }
  }
}
