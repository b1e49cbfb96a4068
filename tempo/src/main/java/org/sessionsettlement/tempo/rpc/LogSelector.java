package org.sessionsettlement.tempo.rpc;

import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * Which logs, whatever their block: of any of these contracts (none: every contract), whose first
 * topic is any of these (none: every topic).
 */
public record LogSelector(List<Address> addresses, List<Hash32> firstTopics) {
  public LogSelector {
    addresses = List.copyOf(addresses);
    firstTopics = List.copyOf(firstTopics);
  }

  /** All logs of one contract. */
  public static LogSelector of(Address address) {
    return new LogSelector(List.of(address), List.of());
  }

  /** These logs in blocks {@code from} to {@code to}, both inclusive. */
  public LogFilter in(long from, long to) {
    return new LogFilter(addresses, firstTopics, BlockTag.number(from), BlockTag.number(to));
  }

  /** The filter of eth_getLogs for one block (EIP-234). */
  Map<String, Object> parameter(Hash32 blockHash) {
    Map<String, Object> filter = parameter();
    filter.put("blockHash", blockHash.toString());
    return filter;
  }

  /** These logs as eth_subscribe takes them, and eth_getLogs together with blocks. */
  public Map<String, Object> parameter() {
    Map<String, Object> filter = new LinkedHashMap<>();
    if (!addresses.isEmpty()) {
      filter.put("address", addresses.stream().map(Address::toString).collect(toList()));
    }
    if (!firstTopics.isEmpty()) {
      filter.put("topics", List.of(firstTopics.stream().map(Hash32::toString).collect(toList())));
    }
    return filter;
  }
}
