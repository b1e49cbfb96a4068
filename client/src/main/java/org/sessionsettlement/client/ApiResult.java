package org.sessionsettlement.client;

import java.util.function.Function;

/** What came of asking the service. */
public sealed interface ApiResult<T> {

  /** It did what was asked. */
  record Ok<T>(T value) implements ApiResult<T> {}

  /**
   * It said no, and changed nothing.
   *
   * @param status HTTP status
   * @param code stable, for programs: {@code booking_not_found}, {@code too_early_to_join}, {@code
   *     lease_over} ...
   * @param detail for people
   */
  record Refused<T>(int status, String code, String detail) implements ApiResult<T> {}

  /**
   * No answer, also after the retries that were safe. Whether anything was done is not known.
   *
   * @param detail for people
   */
  record Unreachable<T>(String detail) implements ApiResult<T> {}

  /** The same answer about something else. */
  default <R> ApiResult<R> map(Function<? super T, ? extends R> change) {
    if (this instanceof Ok<T> ok) {
      return new Ok<>(change.apply(ok.value()));
    }
    return failed();
  }

  /** Goes on with the value if there is one. */
  default <R> ApiResult<R> then(Function<? super T, ApiResult<R>> next) {
    if (this instanceof Ok<T> ok) {
      return next.apply(ok.value());
    }
    return failed();
  }

  /**
   * The value, for callers to whom anything else is a surprise.
   *
   * @throws ApiException naming the code
   */
  default T orThrow() {
    if (this instanceof Ok<T> ok) {
      return ok.value();
    }
    if (this instanceof Refused<T> refused) {
      throw new ApiException(refused.code(), refused.code() + ": " + refused.detail());
    }
    throw new ApiException("unreachable", ((Unreachable<T>) this).detail());
  }

  /** This refusal or silence, as the answer to another question. */
  private <R> ApiResult<R> failed() {
    if (this instanceof Refused<T> refused) {
      return new Refused<>(refused.status(), refused.code(), refused.detail());
    }
    return new Unreachable<>(((Unreachable<T>) this).detail());
  }
}
