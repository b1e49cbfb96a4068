package org.sessionsettlement.tempo.rpc;

import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * A transaction as the node knows it.
 *
 * @param type 0x76 for Tempo's own, 0 to 4 for Ethereum's
 * @param included where it was mined, or empty while it waits in the pool
 * @param json everything that the node says of it: calls, nonceKey, feeToken, validBefore, ...
 */
public record ChainTransaction(
    Hash32 hash, int type, Address from, long nonce, Optional<Inclusion> included, JsonValue json) {
  /** The block that holds it. */
  public record Inclusion(long blockNumber, Hash32 blockHash) {}

  static ChainTransaction read(JsonValue json) {
    return new ChainTransaction(
        json.get("hash").hash(),
        Math.toIntExact(json.get("type").longQuantity()),
        json.get("from").address(),
        json.get("nonce").longQuantity(),
        json.get("blockHash").ifPresent().map(hash -> inclusion(json)),
        json);
  }

  private static Inclusion inclusion(JsonValue json) {
    return new Inclusion(json.get("blockNumber").longQuantity(), json.get("blockHash").hash());
  }
}
