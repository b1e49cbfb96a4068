package org.sessionsettlement.tempo.rpc;

import static java.util.stream.Collectors.toList;

import java.math.BigInteger;
import java.util.List;

/**
 * What a run of blocks charged.
 *
 * @param baseFees attodollars a gas, one a block and one more for the block to come
 * @param gasUsedRatios gas used by gas limit, one a block
 * @param tips attodollars a gas, one list a block with one value a percentile asked for
 */
public record FeeHistory(
    long oldestBlock,
    List<BigInteger> baseFees,
    List<Double> gasUsedRatios,
    List<List<BigInteger>> tips) {
  public FeeHistory {
    baseFees = List.copyOf(baseFees);
    gasUsedRatios = List.copyOf(gasUsedRatios);
    tips = tips.stream().map(List::copyOf).collect(toList());
  }

  static FeeHistory read(JsonValue json) {
    return new FeeHistory(
        json.get("oldestBlock").longQuantity(),
        quantities(json.get("baseFeePerGas")),
        json.get("gasUsedRatio").items().stream().map(JsonValue::decimal).collect(toList()),
        json.get("reward")
            .ifPresent()
            .map(blocks -> blocks.items().stream().map(FeeHistory::quantities).collect(toList()))
            .orElse(List.of()));
  }

  private static List<BigInteger> quantities(JsonValue list) {
    return list.items().stream().map(JsonValue::quantity).collect(toList());
  }
}
