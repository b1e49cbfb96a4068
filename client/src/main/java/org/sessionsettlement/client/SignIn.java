package org.sessionsettlement.client;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.rpc.JsonValue;

/**
 * One wallet's signed-in state: signs in when a token is needed, refreshes the token before it ends
 * or when it is refused, and signs in again when the refresh is refused.
 */
final class SignIn {
  private static final int UNAUTHORIZED = 401;

  private final ServiceAddress service;
  private final Exchange exchange;
  private final Account wallet;
  private final LongSupplier nowMs;
  private Optional<Tokens> tokens = Optional.empty();

  SignIn(ServiceAddress service, Exchange exchange, Account wallet, LongSupplier nowMs) {
    this.service = service;
    this.exchange = exchange;
    this.wallet = wallet;
    this.nowMs = nowMs;
  }

  /** Runs a request with a token; once more with a new one where it is no longer taken. */
  <T> ApiResult<T> withToken(Function<Optional<String>, ApiResult<T>> request) {
    ApiResult<String> token = token();
    ApiResult<T> result = token.then(value -> request.apply(Optional.of(value)));
    if (token instanceof ApiResult.Ok<String> used && isRefused(result)) {
      return tokenAfter(used.value()).then(value -> request.apply(Optional.of(value)));
    }
    return result;
  }

  /**
   * The token there is, that of a refresh where it is about to end, or that of a new sign-in. A
   * refresh in advance that fails costs nothing: the token there is may well be taken.
   */
  synchronized ApiResult<String> token() {
    if (tokens.isEmpty()) {
      return signIn();
    }
    Tokens known = tokens.get();
    if (!known.isEndingAt(nowMs.getAsLong())) {
      return new ApiResult.Ok<>(known.access());
    }
    ApiResult<String> renewed = renew(known);
    return renewed instanceof ApiResult.Ok<String> ? renewed : new ApiResult.Ok<>(known.access());
  }

  /** Ends the sign-in here at once, whatever the service answers. */
  synchronized ApiResult<Boolean> signOut() {
    Optional<Tokens> known = tokens;
    tokens = Optional.empty();
    if (known.isEmpty()) {
      return new ApiResult.Ok<>(true);
    }
    Map<String, String> body = known.get().refreshBody();
    return exchange.post("/auth/logout", Optional.empty(), body, answer -> true);
  }

  /** A token after this one was refused; another thread may have got it already. */
  private synchronized ApiResult<String> tokenAfter(String refused) {
    if (tokens.isEmpty()) {
      return signIn();
    }
    Tokens known = tokens.get();
    return known.access().equals(refused) ? renew(known) : new ApiResult.Ok<>(known.access());
  }

  private ApiResult<String> renew(Tokens known) {
    ApiResult<String> refreshed = keep(refresh(known));
    if (isRefused(refreshed)) {
      tokens = Optional.empty();
      return signIn();
    }
    return refreshed;
  }

  /**
   * Safe to repeat: the service answers a refresh that it has seen just now with the same token.
   */
  private ApiResult<Tokens> refresh(Tokens known) {
    long askedAtMs = nowMs.getAsLong();
    return exchange.post(
        "/auth/refresh",
        Optional.empty(),
        known.refreshBody(),
        answer -> Tokens.of(answer, askedAtMs));
  }

  private ApiResult<String> signIn() {
    return keep(
        exchange
            .post("/auth/nonce", Optional.empty(), Map.of(), this::message)
            .then(this::onlyForOurService)
            .then(this::verify));
  }

  private ApiResult<String> keep(ApiResult<Tokens> result) {
    if (result instanceof ApiResult.Ok<Tokens> ok) {
      tokens = Optional.of(ok.value());
    }
    return result.map(Tokens::access);
  }

  private static boolean isRefused(ApiResult<?> result) {
    return result instanceof ApiResult.Refused<?> refused && refused.status() == UNAUTHORIZED;
  }

  private SignInMessage message(JsonValue nonce) {
    return new SignInMessage(
        nonce.get("domain").text(),
        wallet.address().toString(),
        nonce.get("statement").text(),
        nonce.get("uri").text(),
        nonce.get("version").text(),
        nonce.get("chain_id").number(),
        nonce.get("nonce").text(),
        Instant.ofEpochMilli(nowMs.getAsLong()).toString());
  }

  /** Whoever answers for another domain or chain could pass our signature on to it. */
  private ApiResult<SignInMessage> onlyForOurService(SignInMessage message) {
    if (!message.domain().equals(service.domain())) {
      return new ApiResult.Refused<>(0, "wrong_domain", "asked to sign in to " + message.domain());
    }
    if (message.chainId() != service.chainId()) {
      return new ApiResult.Refused<>(0, "wrong_chain", "asked to sign for " + message.chainId());
    }
    return new ApiResult.Ok<>(message);
  }

  private ApiResult<Tokens> verify(SignInMessage message) {
    String signature = wallet.signPersonalMessage(message.text()).toBytes().toString();
    Map<String, String> body = Map.of("message", message.text(), "signature", signature);
    long askedAtMs = nowMs.getAsLong();
    return exchange.postOnce("/auth/verify", body, answer -> Tokens.of(answer, askedAtMs));
  }
}
