package org.sessionsettlement.tempo.fee;

import static java.util.stream.Collectors.toList;

import java.math.BigInteger;
import java.util.List;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.FeeHistory;
import org.sessionsettlement.tempo.rpc.RpcErrorException;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** Asks a node what gas costs. */
public final class FeeMarket {
  /** Blocks whose tips are looked at: some 5 seconds of mainnet. */
  public static final int BLOCKS = 10;

  private static final double MEDIAN = 50.0;

  private final TempoRpc rpc;
  private final BigInteger maxTipPerGas;

  /**
   * Quotes no tip above this one, attodollars a gas: what others pay by mistake is not to be
   * followed.
   */
  public FeeMarket(TempoRpc rpc, BigInteger maxTipPerGas) {
    this.rpc = rpc;
    this.maxTipPerGas = maxTipPerGas;
  }

  /**
   * The next block's base fee, and the median over the last blocks of their median tips; from nodes
   * without eth_feeHistory the newest base fee and what their eth_gasPrice is above it.
   *
   * @throws RpcException when the node did not say
   */
  public FeeQuote quote() {
    try {
      return fromHistory(rpc.feeHistory(BLOCKS, BlockTag.LATEST, List.of(MEDIAN)));
    } catch (RpcErrorException noHistory) {
      BigInteger baseFee = rpc.baseFee();
      return quote(baseFee, rpc.gasPrice().subtract(baseFee));
    }
  }

  private FeeQuote fromHistory(FeeHistory history) {
    List<BigInteger> baseFees = history.baseFees();
    List<BigInteger> tips =
        history.tips().stream().map(block -> block.get(0)).sorted().collect(toList());
    BigInteger tip = tips.isEmpty() ? BigInteger.ZERO : tips.get(tips.size() / 2);
    return quote(baseFees.get(baseFees.size() - 1), tip);
  }

  private FeeQuote quote(BigInteger baseFee, BigInteger tip) {
    return new FeeQuote(baseFee, tip.max(BigInteger.ZERO).min(maxTipPerGas));
  }
}
