package org.sessionsettlement.tempo;

import java.util.function.Function;

/**
 * A read of contract state as a value: what to call and how to understand the answer. Any number of
 * them go out in one JSON-RPC batch.
 *
 * @param decode turns returned bytes into the value; throws a RuntimeException for bytes that are
 *     no answer
 */
public record ContractRead<T>(Address to, Bytes data, Function<Bytes, T> decode) {
  /** The same read, its value turned into another. */
  public <R> ContractRead<R> map(Function<? super T, ? extends R> mapper) {
    return new ContractRead<>(to, data, bytes -> mapper.apply(decode.apply(bytes)));
  }
}
