package org.sessionsettlement.tempo.rpc;

import java.util.List;
import java.util.Map;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * Which logs to read: of any of these contracts, whose first topic is any of these (none: every
 * topic), in blocks {@code fromBlock} to {@code toBlock}, both inclusive.
 */
public record LogFilter(
    List<Address> addresses, List<Hash32> firstTopics, BlockTag fromBlock, BlockTag toBlock) {
  public LogFilter {
    addresses = List.copyOf(addresses);
    firstTopics = List.copyOf(firstTopics);
  }

  /** All logs of one contract in a range of blocks, both ends inclusive. */
  public static LogFilter of(Address address, long fromBlock, long toBlock) {
    return new LogFilter(
        List.of(address), List.of(), BlockTag.number(fromBlock), BlockTag.number(toBlock));
  }

  /** Which logs, wherever they are. */
  public LogSelector selector() {
    return new LogSelector(addresses, firstTopics);
  }

  Map<String, Object> parameter() {
    Map<String, Object> filter = selector().parameter();
    filter.put("fromBlock", fromBlock.parameter());
    filter.put("toBlock", toBlock.parameter());
    return filter;
  }
}
