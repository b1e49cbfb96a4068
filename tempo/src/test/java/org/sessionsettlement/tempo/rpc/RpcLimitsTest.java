package org.sessionsettlement.tempo.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RpcLimitsTest {
  private static final int MAX_BYTES = 1_000;

  @Test
  void aBatchOfManyBytesGoesOutInPiecesBelowTheBound() {
    List<String> bodies = new CopyOnWriteArrayList<>();
    JsonRpc rpc =
        new JsonRpc(
            json -> {
              bodies.add(json);
              return echo(json);
            },
            RpcLimits.DEFAULT.withMaxRequestBytes(MAX_BYTES));
    List<RpcRequest> requests =
        IntStream.range(0, 50)
            .mapToObj(i -> RpcRequest.of("echo", "\u20ac".repeat(30) + i))
            .toList();
    assertThat(rpc.batch(requests))
        .extracting(outcome -> outcome.orThrow().text())
        .containsExactlyElementsOf(
            requests.stream().map(request -> (String) request.params().get(0)).toList());
    assertThat(bodies)
        .hasSizeBetween(6, 12)
        .extracting(body -> body.getBytes(StandardCharsets.UTF_8).length)
        .allMatch(bytes -> bytes <= MAX_BYTES);
  }

  @Test
  void aRequestLargerThanTheBoundGoesOutAlone() {
    List<Integer> sizes = new CopyOnWriteArrayList<>();
    JsonRpc rpc =
        new JsonRpc(
            json -> {
              sizes.add(JsonValue.parse(json).items().size());
              return echo(json);
            },
            RpcLimits.DEFAULT.withMaxRequestBytes(MAX_BYTES));
    rpc.batch(
        List.of(
            RpcRequest.of("echo", "small"),
            RpcRequest.of("echo", "x".repeat(2_000)),
            RpcRequest.of("echo", "small")));
    assertThat(sizes).containsExactly(1, 1, 1);
  }

  @Test
  void oneMoreThanMayBeUnderWayIsATypedErrorAndNotSent() throws Exception {
    CountDownLatch underWay = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    List<String> sent = new CopyOnWriteArrayList<>();
    JsonRpc rpc =
        new JsonRpc(
            json -> {
              sent.add(json);
              underWay.countDown();
              await(over);
              return new HttpTransport.Answer(200, "{\"id\":0,\"result\":\"0x1\"}");
            },
            RpcLimits.DEFAULT.withInFlight(1, Duration.ofMillis(1)));
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<JsonValue> first = threads.submit(() -> rpc.request(RpcRequest.of("first")));
      await(underWay);
      assertThatExceptionOfType(RpcBusyException.class)
          .isThrownBy(() -> rpc.request(RpcRequest.of("second")));
      over.countDown();
      assertThat(first.get(5, TimeUnit.SECONDS).text()).isEqualTo("0x1");
      assertThat(rpc.request(RpcRequest.of("third")).text()).isEqualTo("0x1");
      assertThat(sent).hasSize(2).noneMatch(json -> json.contains("second"));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aPlaceIsFreeAgainAfterAFailure() {
    JsonRpc rpc =
        new JsonRpc(
            json -> {
              throw new IOException("cut off");
            },
            RpcLimits.DEFAULT.withInFlight(1, Duration.ZERO));
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(RpcUnavailableException.class)
          .isThrownBy(() -> rpc.request(RpcRequest.of("eth_chainId")))
          .withMessageContaining("cut off");
    }
  }

  @Test
  void limitsThatLetNothingThroughAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> RpcLimits.DEFAULT.withMaxBatch(0));
    assertThatIllegalArgumentException().isThrownBy(() -> RpcLimits.DEFAULT.withMaxRequestBytes(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RpcLimits.DEFAULT.withInFlight(0, Duration.ZERO));
  }

  private static HttpTransport.Answer echo(String json) {
    StringBuilder answers = new StringBuilder();
    for (JsonValue request : JsonValue.parse(json).items()) {
      answers
          .append(answers.isEmpty() ? "[" : ",")
          .append("{\"id\":" + request.get("id").number() + ",\"result\":\"")
          .append(request.get("params").items().get(0).text())
          .append("\"}");
    }
    return new HttpTransport.Answer(200, answers + "]");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
