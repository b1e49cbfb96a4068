package org.sessionsettlement.tempo.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.tempo.testing.AnsweringTransport.NO_SUCH_METHOD;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.testing.AnsweringTransport;

class FeeMarketTest {
  private static final BigInteger CAP = BigInteger.valueOf(50);

  @Test
  void quotesTheNextBaseFeeAndTheMedianTip() {
    assertThat(quote(request -> history("\"0x1\"", "\"0x9\"", "\"0x3\"")))
        .isEqualTo(new FeeQuote(BigInteger.valueOf(32), BigInteger.valueOf(3)));
  }

  @Test
  void doesNotFollowTipsAboveItsOwnCap() {
    assertThat(quote(request -> history("\"0xffff\"", "\"0xffff\"", "\"0x1\"")).tipPerGas())
        .isEqualTo(CAP);
  }

  @Test
  void looksAtTheGasPriceWhereThereIsNoHistory() {
    FeeQuote quote = quote(FeeMarketTest::withoutHistory);
    assertThat(quote).isEqualTo(new FeeQuote(BigInteger.valueOf(32), BigInteger.valueOf(8)));
  }

  @Test
  void aQuoteIsAlsoAFee() {
    FeeQuote quote = new FeeQuote(BigInteger.TEN.pow(10), BigInteger.TEN.pow(9));
    assertThat(quote.maxFeePerGas()).isEqualTo("21000000000");
    assertThat(quote.expected(100_000)).isEqualTo(1_100);
    assertThat(quote.most(100_000)).isEqualTo(2_100);
  }

  private static FeeQuote quote(java.util.function.Function<JsonValue, String> node) {
    return new FeeMarket(new TempoRpc(new AnsweringTransport(node)), CAP).quote();
  }

  private static String history(String... tips) {
    return "\"result\":{\"oldestBlock\":\"0x1\",\"baseFeePerGas\":[\"0x10\",\"0x18\",\"0x1c\",\"0x20\"],"
        + "\"gasUsedRatio\":[0.5,0.5,0.5],\"reward\":[["
        + String.join("],[", tips)
        + "]]}";
  }

  private static String withoutHistory(JsonValue request) {
    return switch (request.get("method").text()) {
      case "eth_gasPrice" -> "\"result\":\"0x28\"";
      case "eth_getBlockByNumber" ->
          """
          "result":{"number":"0x1","hash":"0x%1$s","parentHash":"0x%1$s","timestamp":"0x1",
          "baseFeePerGas":"0x20"}
          """
              .formatted("00".repeat(32));
      default -> NO_SUCH_METHOD;
    };
  }
}
