package org.sessionsettlement.client;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.rpc.JsonValue;

/**
 * One wallet's signed-in state: signs in when a token is needed, once more when the service no
 * longer takes it.
 */
final class SignIn {
  private static final int UNAUTHORIZED = 401;

  private final ServiceAddress service;
  private final Exchange exchange;
  private final Account wallet;
  private final LongSupplier nowMs;
  private final AtomicReference<Optional<String>> token = new AtomicReference<>(Optional.empty());

  SignIn(ServiceAddress service, Exchange exchange, Account wallet, LongSupplier nowMs) {
    this.service = service;
    this.exchange = exchange;
    this.wallet = wallet;
    this.nowMs = nowMs;
  }

  /**
   * Runs a request with a token; signs in first where there is none, and again where it has run
   * out.
   */
  <T> ApiResult<T> withToken(Function<Optional<String>, ApiResult<T>> request) {
    ApiResult<T> result = token().then(value -> request.apply(Optional.of(value)));
    if (result instanceof ApiResult.Refused<T> refused && refused.status() == UNAUTHORIZED) {
      token.set(Optional.empty());
      return token().then(value -> request.apply(Optional.of(value)));
    }
    return result;
  }

  /** The token there is, or that of a new sign-in. */
  ApiResult<String> token() {
    Optional<String> known = token.get();
    if (known.isPresent()) {
      return new ApiResult.Ok<>(known.get());
    }
    return signIn();
  }

  private ApiResult<String> signIn() {
    ApiResult<String> result =
        exchange
            .post("/auth/nonce", Optional.empty(), Map.of(), this::message)
            .then(this::onlyForOurService)
            .then(this::verify);
    if (result instanceof ApiResult.Ok<String> ok) {
      token.set(Optional.of(ok.value()));
    }
    return result;
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

  private ApiResult<String> verify(SignInMessage message) {
    String signature = wallet.signPersonalMessage(message.text()).toBytes().toString();
    Map<String, String> body = Map.of("message", message.text(), "signature", signature);
    return exchange.postOnce("/auth/verify", body, answer -> answer.get("access_token").text());
  }
}
