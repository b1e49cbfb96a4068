package org.sessionsettlement.controlplane.auth;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.sessionsettlement.controlplane.auth.AccessTokens.AccessToken;
import org.sessionsettlement.controlplane.auth.RefreshTokens.RefreshToken;
import org.sessionsettlement.controlplane.limit.TokenBuckets;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.tempo.Address;

/** Trades a signed message, and later a refresh token, for an access token. */
public final class SignIn {
  private final Supplier<Site> site;
  private final Nonces nonces;
  private final MessageSignatures signatures;
  private final AccessTokens tokens;
  private final RefreshTokens refreshTokens;
  private final TokenBuckets perWallet;
  private final InstantSource clock;

  /**
   * @param perWallet spent only by who has shown the wallet's signature or token: nobody can use up
   *     another's
   */
  public SignIn(
      Supplier<Site> site,
      Nonces nonces,
      MessageSignatures signatures,
      AccessTokens tokens,
      RefreshTokens refreshTokens,
      TokenBuckets perWallet,
      InstantSource clock) {
    this.site = site;
    this.nonces = nonces;
    this.signatures = signatures;
    this.tokens = tokens;
    this.refreshTokens = refreshTokens;
    this.perWallet = perWallet;
    this.clock = clock;
  }

  /** What became of a sign-in or of its refresh. */
  public sealed interface Result {
    record SignedIn(AccessToken access, RefreshToken refresh) implements Result {}

    record Refused(ProblemCode code) implements Result {}
  }

  public Site site() {
    return site.get();
  }

  public Nonces.Nonce nonce() {
    return nonces.issue();
  }

  /**
   * Checks message and signature, then uses the nonce up: a forgery costs nobody a nonce.
   *
   * @throws org.sessionsettlement.controlplane.problem.ProblemException {@code rate_limited}
   */
  public Result verify(String text, byte[] signature) {
    return SignInMessage.parse(text)
        .map(message -> verify(message, text, signature))
        .orElseGet(() -> new Result.Refused(ProblemCode.MALFORMED_MESSAGE));
  }

  private Result verify(SignInMessage message, String text, byte[] signature) {
    var refusal = SignInRule.refusal(message, site.get(), clock.instant());
    if (refusal.isPresent()) {
      return new Result.Refused(refusal.get());
    }
    if (signatures.signer(text, signature).filter(message.address()::equals).isEmpty()) {
      return new Result.Refused(ProblemCode.BAD_SIGNATURE);
    }
    perWallet.require(message.address().toString());
    return nonces.use(message.nonce())
        ? signedIn(refreshTokens.begin(message.address()))
        : new Result.Refused(ProblemCode.NONCE_UNKNOWN);
  }

  /**
   * Uses a refresh token up.
   *
   * @throws org.sessionsettlement.controlplane.problem.ProblemException {@code rate_limited}
   */
  public Result refresh(String token) {
    refreshTokens.walletOf(token).map(Address::toString).ifPresent(perWallet::require);
    return switch (refreshTokens.refresh(token)) {
      case RefreshTokens.Result.Refreshed(var next) -> signedIn(next);
      case RefreshTokens.Result.Refused(var code) -> new Result.Refused(code);
    };
  }

  private Result signedIn(RefreshToken refresh) {
    return new Result.SignedIn(tokens.issue(refresh.wallet()), refresh);
  }

  /** Ends a sign-in: its refresh tokens are worth nothing any more, its access tokens soon. */
  public void logout(String refreshToken) {
    refreshTokens.logout(refreshToken);
  }
}
