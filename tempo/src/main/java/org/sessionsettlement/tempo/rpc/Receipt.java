package org.sessionsettlement.tempo.rpc;

import static java.util.stream.Collectors.toList;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * What became of a mined transaction.
 *
 * @param succeeded false when it reverted, which costs its fee all the same
 * @param contractAddress of the contract that it created
 * @param effectiveGasPrice attodollars a gas
 */
public record Receipt(
    Hash32 transactionHash,
    boolean succeeded,
    long blockNumber,
    Hash32 blockHash,
    Address from,
    Optional<Address> contractAddress,
    long gasUsed,
    BigInteger effectiveGasPrice,
    List<Log> logs) {
  public Receipt {
    logs = List.copyOf(logs);
  }

  static Receipt read(JsonValue json) {
    return new Receipt(
        json.get("transactionHash").hash(),
        json.get("status").longQuantity() == 1,
        json.get("blockNumber").longQuantity(),
        json.get("blockHash").hash(),
        json.get("from").address(),
        json.get("contractAddress").ifPresent().map(JsonValue::address),
        json.get("gasUsed").longQuantity(),
        json.get("effectiveGasPrice").quantity(),
        json.get("logs").items().stream().map(Log::read).collect(toList()));
  }
}
