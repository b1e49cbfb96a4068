package org.sessionsettlement.controlplane.auth;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.sessionsettlement.controlplane.auth.AccessTokens.AccessToken;
import org.sessionsettlement.controlplane.problem.ProblemCode;

/** Trades a signed message for an access token. */
public final class SignIn {
  private final Supplier<Site> site;
  private final Nonces nonces;
  private final MessageSignatures signatures;
  private final AccessTokens tokens;
  private final InstantSource clock;

  public SignIn(
      Supplier<Site> site,
      Nonces nonces,
      MessageSignatures signatures,
      AccessTokens tokens,
      InstantSource clock) {
    this.site = site;
    this.nonces = nonces;
    this.signatures = signatures;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** What became of a sign-in. */
  public sealed interface Result {
    record SignedIn(AccessToken token) implements Result {}

    record Refused(ProblemCode code) implements Result {}
  }

  public Site site() {
    return site.get();
  }

  public Nonces.Nonce nonce() {
    return nonces.issue();
  }

  /** Checks message and signature, then uses the nonce up: a forgery costs nobody a nonce. */
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
    return nonces.use(message.nonce())
        ? new Result.SignedIn(tokens.issue(message.address()))
        : new Result.Refused(ProblemCode.NONCE_UNKNOWN);
  }
}
