package org.sessionsettlement.tempo.rpc;

import java.util.function.Function;

/** What became of one request of a batch. */
public sealed interface RpcOutcome<T> {
  /** It has a result. */
  record Answered<T>(T value) implements RpcOutcome<T> {}

  /** It has none, and the error says why. */
  record Failed<T>(RpcException error) implements RpcOutcome<T> {}

  /**
   * The result.
   *
   * @throws RpcException the error, where there is no result
   */
  default T orThrow() {
    if (this instanceof Answered<T> answered) {
      return answered.value();
    }
    throw ((Failed<T>) this).error();
  }

  /** The outcome with its result understood; what cannot be understood fails as malformed. */
  default <R> RpcOutcome<R> map(Function<? super T, ? extends R> understand) {
    if (this instanceof Failed<T> failed) {
      return new Failed<>(failed.error());
    }
    try {
      return new Answered<>(understand.apply(orThrow()));
    } catch (RpcException typed) {
      return new Failed<>(typed);
    } catch (RuntimeException notUnderstood) {
      return new Failed<>(
          new MalformedAnswerException("an answer that cannot be understood", notUnderstood));
    }
  }
}
