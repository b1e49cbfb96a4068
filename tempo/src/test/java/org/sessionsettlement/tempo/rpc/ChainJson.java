package org.sessionsettlement.tempo.rpc;

import java.nio.charset.StandardCharsets;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Hex;
import org.sessionsettlement.tempo.Keccak256;

/** Blocks, receipts and logs as a node writes them. */
public final class ChainJson {
  private ChainJson() {}

  /** A hash that belongs to these words. */
  public static Hash32 hash(String words) {
    return Keccak256.hash(words.getBytes(StandardCharsets.UTF_8));
  }

  /** The block with this number of the only chain there is. */
  public static String block(long number, long timestampSeconds) {
    return block(number, timestampSeconds, "block " + number, "block " + (number - 1));
  }

  /** A block of any chain; names stand for hashes. */
  public static String block(long number, long timestampSeconds, String name, String parent) {
    return """
        {"number":"%s","hash":"%s","parentHash":"%s","timestamp":"%s","baseFeePerGas":"0x5"}
        """
        .formatted(Hex.quantity(number), hash(name), hash(parent), Hex.quantity(timestampSeconds));
  }

  /** Of a transaction that succeeded. */
  public static String receipt(Hash32 transaction, long blockNumber) {
    return """
        {"transactionHash":"%s","status":"0x1","blockNumber":"%s","blockHash":"%s",
         "from":"0x20c0000000000000000000000000000000000001","contractAddress":null,
         "gasUsed":"0x5208","effectiveGasPrice":"0x4a817c800","logs":[]}
        """
        .formatted(transaction, Hex.quantity(blockNumber), hash("block " + blockNumber));
  }

  /** The first log of a block. */
  public static String log(long blockNumber, String blockName) {
    return """
        {"address":"0x20c0000000000000000000000000000000000001","topics":[],"data":"0x01",
         "blockNumber":"%s","blockHash":"%s","transactionHash":"%s","logIndex":"0x0",
         "removed":false}
        """
        .formatted(Hex.quantity(blockNumber), hash(blockName), hash("in " + blockName));
  }
}
