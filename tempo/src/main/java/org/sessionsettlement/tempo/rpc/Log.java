package org.sessionsettlement.tempo.rpc;

import static java.util.stream.Collectors.toList;

import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;

/** An event that a contract emitted, and where. */
public record Log(
    Address address,
    List<Hash32> topics,
    Bytes data,
    long blockNumber,
    Hash32 blockHash,
    Hash32 transactionHash,
    long logIndex) {
  public Log {
    topics = List.copyOf(topics);
  }

  /**
   * Understands a log as the node writes it.
   *
   * @throws MalformedAnswerException when it is none
   */
  public static Log read(JsonValue json) {
    return new Log(
        json.get("address").address(),
        json.get("topics").items().stream().map(JsonValue::hash).collect(toList()),
        json.get("data").bytes(),
        json.get("blockNumber").longQuantity(),
        json.get("blockHash").hash(),
        json.get("transactionHash").hash(),
        json.get("logIndex").longQuantity());
  }
}
