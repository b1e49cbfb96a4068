package org.sessionsettlement.tempo.rpc;

import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
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

  Map<String, Object> parameter() {
    Map<String, Object> filter = new LinkedHashMap<>();
    filter.put("address", addresses.stream().map(Address::toString).collect(toList()));
    if (!firstTopics.isEmpty()) {
      filter.put("topics", List.of(firstTopics.stream().map(Hash32::toString).collect(toList())));
    }
    filter.put("fromBlock", fromBlock.parameter());
    filter.put("toBlock", toBlock.parameter());
    return filter;
  }
}
