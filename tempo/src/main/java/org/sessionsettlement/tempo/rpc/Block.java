package org.sessionsettlement.tempo.rpc;

import java.math.BigInteger;
import org.sessionsettlement.tempo.Hash32;

/**
 * A block's header, as far as anybody here needs it.
 *
 * @param timestampSeconds unix seconds; two blocks may share one
 * @param baseFeePerGas attodollars a gas
 */
public record Block(
    long number, Hash32 hash, Hash32 parentHash, long timestampSeconds, BigInteger baseFeePerGas) {
  /**
   * Understands a block or header as the node writes it.
   *
   * @throws MalformedAnswerException when it is none
   */
  public static Block read(JsonValue json) {
    return new Block(
        json.get("number").longQuantity(),
        json.get("hash").hash(),
        json.get("parentHash").hash(),
        json.get("timestamp").longQuantity(),
        json.get("baseFeePerGas").ifPresent().map(JsonValue::quantity).orElse(BigInteger.ZERO));
  }
}
