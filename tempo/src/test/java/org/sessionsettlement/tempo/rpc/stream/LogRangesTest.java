package org.sessionsettlement.tempo.rpc.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.tempo.rpc.ChainJson;
import org.sessionsettlement.tempo.rpc.HttpTransport;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.Log;
import org.sessionsettlement.tempo.rpc.LogSelector;
import org.sessionsettlement.tempo.rpc.RpcErrorException;
import org.sessionsettlement.tempo.rpc.RpcUnavailableException;
import org.sessionsettlement.tempo.rpc.TempoRpc;

class LogRangesTest {
  private static final LogSelector EVERY_LOG = new LogSelector(List.of(), List.of());

  private final List<Long> askedSizes = new ArrayList<>();
  private LongUnaryOperator maxBlocksFrom = from -> Long.MAX_VALUE;
  private String refusal = "";
  private boolean away;
  private boolean hangsUp;

  @Test
  void readsEveryBlockOnceInOrder() {
    List<LogRanges.Range> ranges = read(3, 1_002, new RangeSizes(100, 400));
    assertThat(logsOf(ranges))
        .containsExactlyElementsOf(LongStream.rangeClosed(3, 1_002).boxed().toList());
    assertThat(ranges.get(0).from()).isEqualTo(3);
    assertThat(ranges.get(ranges.size() - 1).to()).isEqualTo(1_002);
    assertThat(askedSizes).startsWith(100L, 125L, 156L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":-32602,\"message\":\"query exceeds max block range 100\"}",
        "{\"code\":-32005,\"message\":\"query returned more than 10000 results\"}",
        "{\"code\":-32000,\"message\":\"something nobody has ever said\"}",
        "{\"code\":-32603,\"message\":\"\"}"
      })
  void halvesARangeThatIsRefusedInWhateverWords(String error) {
    refusal = error;
    maxBlocksFrom = from -> 30;
    List<LogRanges.Range> ranges = read(0, 199, new RangeSizes(100, 100));
    assertThat(logsOf(ranges))
        .containsExactlyElementsOf(LongStream.rangeClosed(0, 199).boxed().toList());
    assertThat(askedSizes).startsWith(100L, 50L, 25L, 31L, 15L, 18L);
  }

  @Test
  void growsAgainBehindADenseStretch() {
    refusal = "{\"code\":-32005,\"message\":\"too many\"}";
    maxBlocksFrom = from -> from < 64 ? 1 : 1_000;
    List<LogRanges.Range> ranges = read(0, 9_999, new RangeSizes(64, 1_000));
    assertThat(logsOf(ranges)).hasSize(10_000).isSorted();
    assertThat(askedSizes.get(askedSizes.size() - 2)).isEqualTo(1_000);
  }

  @Test
  void aSingleBlockThatIsRefusedIsTheEnd() {
    refusal = "{\"code\":-32000,\"message\":\"no\"}";
    maxBlocksFrom = from -> 0;
    assertThatExceptionOfType(RpcErrorException.class)
        .isThrownBy(() -> read(0, 99, new RangeSizes(64, 64)));
    assertThat(askedSizes).containsExactly(64L, 32L, 16L, 8L, 4L, 2L, 1L);
  }

  @Test
  void anAnswerThatIsTooLargeIsAskedForInPieces() {
    refusal = "too large";
    maxBlocksFrom = from -> 10;
    assertThat(logsOf(read(0, 49, new RangeSizes(40, 40)))).hasSize(50);
    assertThat(askedSizes).startsWith(40L, 20L, 10L);
  }

  @Test
  void anAnswerThatDoesNotComeIsAskedForInPiecesIfTheNodeIsThere() {
    hangsUp = true;
    maxBlocksFrom = from -> 10;
    assertThat(logsOf(read(0, 49, new RangeSizes(40, 40)))).hasSize(50);
    assertThat(askedSizes).startsWith(40L, 20L, 10L);
  }

  @Test
  void aNodeThatIsAwayIsNotAskedForLess() {
    away = true;
    assertThatExceptionOfType(RpcUnavailableException.class)
        .isThrownBy(() -> read(0, 99, RangeSizes.DEFAULT));
    assertThat(askedSizes).containsExactly(100L);
  }

  @Test
  void afterAnErrorTheSameRangeCanBeAskedForAgain() {
    LogRanges ranges = new LogRanges(rpc(), EVERY_LOG, 5, 9);
    away = true;
    assertThatExceptionOfType(RpcUnavailableException.class).isThrownBy(ranges::next);
    away = false;
    assertThat(ranges.next())
        .extracting(LogRanges.Range::from, LogRanges.Range::to)
        .containsExactly(5L, 9L);
    assertThat(ranges.hasNext()).isFalse();
    assertThatThrownBy(ranges::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void anEmptyRunIsNotAskedFor() {
    assertThat(new LogRanges(rpc(), EVERY_LOG, 9, 8).hasNext()).isFalse();
  }

  @Test
  void sizesThatCoverNothingAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RangeSizes(0, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new RangeSizes(6, 5));
  }

  private List<LogRanges.Range> read(long from, long to, RangeSizes sizes) {
    List<LogRanges.Range> ranges = new ArrayList<>();
    new LogRanges(rpc(), EVERY_LOG, from, to, sizes).forEachRemaining(ranges::add);
    return ranges;
  }

  private static List<Long> logsOf(List<LogRanges.Range> ranges) {
    return ranges.stream().flatMap(range -> range.logs().stream()).map(Log::blockNumber).toList();
  }

  private TempoRpc rpc() {
    return new TempoRpc(this::answer);
  }

  private HttpTransport.Answer answer(String json) throws IOException {
    JsonValue request = JsonValue.parse(json);
    if (request.get("method").text().equals("eth_blockNumber")) {
      return blockNumber();
    }
    JsonValue filter = request.get("params").items().get(0);
    long from = filter.get("fromBlock").longQuantity();
    long to = filter.get("toBlock").longQuantity();
    askedSizes.add(to - from + 1);
    boolean tooMuch = to - from + 1 > maxBlocksFrom.applyAsLong(from);
    if (away || (tooMuch && hangsUp)) {
      throw new IOException("timeout");
    }
    return tooMuch ? refused() : ok("\"result\":" + logs(from, to));
  }

  private HttpTransport.Answer blockNumber() throws IOException {
    if (away) {
      throw new IOException("away");
    }
    return ok("\"result\":\"0x1\"");
  }

  private HttpTransport.Answer refused() {
    return refusal.startsWith("{")
        ? ok("\"error\":" + refusal)
        : new HttpTransport.Answer(413, "<html>" + refusal);
  }

  private static String logs(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(number -> ChainJson.log(number, "a" + number))
        .toList()
        .toString();
  }

  private static HttpTransport.Answer ok(String member) {
    return new HttpTransport.Answer(200, "{\"id\":0," + member + "}");
  }
}
