package org.sessionsettlement.tempo.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRpcTest {
  private final FakeNode node = new FakeNode();

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void asksOneThing() {
    assertThat(node.withResult("\"0x7a69\"").rpc().chainId()).isEqualTo(31337);
    JsonValue asked = node.asked().get(0);
    assertThat(asked.get("method").text()).isEqualTo("eth_chainId");
    assertThat(asked.get("jsonrpc").text()).isEqualTo("2.0");
  }

  @Test
  void aBatchIsOneRequestAndItsAnswersAreMatchedById() {
    node.answering(batch -> shuffled(batch.items().stream().map(JsonRpcTest::echo).toList()));
    List<RpcOutcome<JsonValue>> outcomes = node.rpc().batch(requests(20));
    assertThat(node.asked()).hasSize(1);
    assertThat(outcomes)
        .extracting(outcome -> outcome.orThrow().text())
        .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> "p" + i).toList());
  }

  @Test
  void aLargeBatchGoesOutInBoundedPieces() {
    node.answering(batch -> shuffled(batch.items().stream().map(JsonRpcTest::echo).toList()));
    JsonRpc rpc = new JsonRpc(new OkHttpTransport(node.url()), RpcLimits.DEFAULT.withMaxBatch(8));
    assertThat(rpc.batch(requests(20)))
        .extracting(o -> o.orThrow().text())
        .startsWith("p0")
        .endsWith("p19");
    assertThat(node.asked()).extracting(batch -> batch.items().size()).containsExactly(8, 8, 4);
  }

  @Test
  void nothingToAskIsNotSent() {
    assertThat(node.rpc().batch(List.of())).isEmpty();
    assertThat(node.asked()).isEmpty();
  }

  @Test
  void oneFailureInABatchIsItsOwn() {
    node.answering(
        "[{\"id\":1,\"error\":{\"code\":-32601,\"message\":\"no such method\"}},"
            + "{\"id\":0,\"result\":\"0x1\"}]");
    List<RpcOutcome<JsonValue>> outcomes = node.rpc().batch(requests(3));
    assertThat(outcomes.get(0).orThrow().text()).isEqualTo("0x1");
    assertThatThrownBy(outcomes.get(1)::orThrow)
        .isInstanceOfSatisfying(
            RpcErrorException.class, e -> assertThat(e.code()).isEqualTo(-32601))
        .hasMessageContaining("no such method");
    assertThatThrownBy(outcomes.get(2)::orThrow)
        .isInstanceOf(MalformedAnswerException.class)
        .hasMessageContaining("no answer");
  }

  @Test
  void oneMalformedAnswerInABatchIsItsOwn() {
    node.answering("[{\"id\":0,\"error\":\"down\"},{\"id\":1,\"result\":\"0x1\"}]");
    List<RpcOutcome<JsonValue>> outcomes = node.rpc().batch(requests(2));
    assertThatThrownBy(outcomes.get(0)::orThrow).isInstanceOf(MalformedAnswerException.class);
    assertThat(outcomes.get(1).orThrow().text()).isEqualTo("0x1");
  }

  @Test
  void aBatchRefusedAsAWholeIsTheNodesError() {
    node.answering("{\"id\":null,\"error\":{\"code\":-32600,\"message\":\"batch too large\"}}");
    assertThatExceptionOfType(RpcErrorException.class)
        .isThrownBy(() -> node.rpc().batch(requests(2)))
        .withMessageContaining("batch too large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "null",
        "[]",
        "{}",
        "{\"id\":0",
        "{\"id\":0} {}",
        "{\"id\":1,\"result\":\"0x1\"}",
        "{\"id\":\"x\",\"result\":\"0x1\"}",
        "{\"id\":0,\"result\":null}",
        "{\"id\":0,\"result\":7}",
        "{\"id\":0,\"result\":{}}",
        "{\"id\":0,\"result\":\"0x\"}",
        "{\"id\":0,\"result\":\"0x8000000000000000\"}",
        "{\"id\":0,\"error\":\"down\"}",
        "{\"id\":0,\"error\":{\"code\":\"x\"}}",
        "{\"id\":0,\"id\":0,\"result\":\"0x1\"}"
      })
  void anAnswerThatIsNoneIsATypedError(String answer) {
    node.answering(answer);
    assertThatExceptionOfType(MalformedAnswerException.class)
        .isThrownBy(() -> node.rpc().chainId());
  }

  @Test
  void deepNestingIsATypedError() {
    node.answering("[".repeat(100_000));
    assertThatExceptionOfType(MalformedAnswerException.class)
        .isThrownBy(() -> node.rpc().chainId());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void aNodeInTroubleIsUnavailable(int status) {
    node.withStatus(status).answering("{\"id\":0,\"result\":\"0x1\"}");
    assertThatExceptionOfType(RpcUnavailableException.class)
        .isThrownBy(() -> node.rpc().chainId())
        .withMessageContaining(Integer.toString(status));
  }

  @Test
  void anHttpErrorWithoutJsonIsNoAnswer() {
    node.withStatus(404).answering("not found");
    assertThatExceptionOfType(MalformedAnswerException.class)
        .isThrownBy(() -> node.rpc().chainId())
        .withMessageContaining("404");
  }

  @Test
  void aNodeThatIsNotThereIsUnavailable() {
    TempoRpc rpc = node.rpc();
    node.close();
    assertThatExceptionOfType(RpcUnavailableException.class).isThrownBy(rpc::chainId);
  }

  @Test
  void aNodeThatDoesNotAnswerInTimeIsUnavailable() {
    Duration brief = Duration.ofMillis(50);
    java.util.concurrent.CountDownLatch over = new java.util.concurrent.CountDownLatch(1);
    node.answering(request -> awaited(over));
    TempoRpc rpc =
        new TempoRpc(
            new OkHttpTransport(
                new OkHttpClient(), node.url(), new RpcTimeouts(brief, brief, brief), 1_000));
    assertThatExceptionOfType(RpcUnavailableException.class).isThrownBy(rpc::chainId);
    over.countDown();
  }

  @Test
  void anAnswerLargerThanTheBoundIsRefused() {
    node.withResult("\"" + "a".repeat(2_000) + "\"");
    TempoRpc rpc =
        new TempoRpc(
            new OkHttpTransport(new OkHttpClient(), node.url(), RpcTimeouts.DEFAULT, 1_000));
    assertThatExceptionOfType(MalformedAnswerException.class)
        .isThrownBy(rpc::chainId)
        .withMessageContaining("1000 bytes");
  }

  @Test
  void anAddressThatIsNoUrlIsRefusedWithoutBeingShown() {
    assertThatThrownBy(() -> new OkHttpTransport("ftp://secret@host"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void errorsOfTheTransportKeepTheirCause() {
    IOException cut = new IOException("cut off");
    TempoRpc rpc =
        new TempoRpc(
            json -> {
              throw cut;
            });
    assertThatExceptionOfType(RpcUnavailableException.class)
        .isThrownBy(rpc::chainId)
        .withCause(cut);
  }

  private static String awaited(java.util.concurrent.CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return "{}";
  }

  private static List<RpcRequest> requests(int count) {
    return IntStream.range(0, count).mapToObj(i -> RpcRequest.of("echo", "p" + i)).toList();
  }

  private static String echo(JsonValue request) {
    String parameter = request.get("params").items().get(0).text();
    return "{\"id\":" + request.get("id").number() + ",\"result\":\"" + parameter + "\"}";
  }

  private static String shuffled(List<String> answers) {
    List<String> order = new ArrayList<>(answers);
    Collections.reverse(order);
    return order.stream().collect(Collectors.joining(",", "[", "]"));
  }
}
