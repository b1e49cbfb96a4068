package org.sessionsettlement.tempo.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TransactionVectors;

class TempoRpcTest {
  private static final String HASH = "0x" + "ab".repeat(32);
  private static final Address TOKEN = Address.parse("0x20c0000000000000000000000000000000000001");
  private static final String NOT_BOOKED =
      "0x08c379a0"
          + "0".repeat(62)
          + "20"
          + "0".repeat(63)
          + "a"
          + "4e4f545f424f4f4b4544"
          + "0".repeat(44);
  private static final String RECEIPT =
      """
      {"transactionHash":"%1$s","status":"0x1","blockNumber":"0x5","blockHash":"%1$s",
       "from":"0x20c0000000000000000000000000000000000001","contractAddress":null,"gasUsed":"0x5208",
       "effectiveGasPrice":"0x4a817c800","logs":[{"address":"0x20c0000000000000000000000000000000000001",
       "topics":["%1$s"],"data":"0x01","blockNumber":"0x5","blockHash":"%1$s","transactionHash":"%1$s",
       "logIndex":"0x2","removed":false}]}
      """
          .formatted(HASH);

  private final FakeNode node = new FakeNode();

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void readsABlock() {
    node.withResult(
        """
        {"number":"0x10","hash":"%1$s","parentHash":"%1$s","timestamp":"0x64","baseFeePerGas":"0x5"}
        """
            .formatted(HASH));
    assertThat(node.rpc().block(BlockTag.FINALIZED))
        .isEqualTo(
            new Block(16, Hash32.parse(HASH), Hash32.parse(HASH), 100, BigInteger.valueOf(5)));
    assertThat(node.asked().get(0).get("params").items().get(0).text()).isEqualTo("finalized");
  }

  @Test
  void aBlockThatIsNotThereIsEmpty() {
    node.withResult("null");
    assertThat(node.rpc().findBlock(BlockTag.number(255))).isEmpty();
    assertThat(node.asked().get(0).get("params").items().get(0).text()).isEqualTo("0xff");
  }

  @Test
  void readsLogsOfARange() {
    node.withResult("[]");
    assertThat(node.rpc().logs(LogFilter.of(TOKEN, 1, 16))).isEmpty();
    JsonValue filter = node.asked().get(0).get("params").items().get(0);
    assertThat(filter.get("fromBlock").text()).isEqualTo("0x1");
    assertThat(filter.get("toBlock").text()).isEqualTo("0x10");
    assertThat(filter.names()).doesNotContain("topics");
  }

  @Test
  void asksForAnyOfSeveralTopics() {
    node.withResult("[]");
    BlockTag tag = BlockTag.LATEST;
    List<Hash32> topics = List.of(Hash32.ZERO, Hash32.parse(HASH));
    assertThat(node.rpc().logs(new LogFilter(List.of(TOKEN), topics, tag, tag))).isEmpty();
    JsonValue filter = node.asked().get(0).get("params").items().get(0);
    assertThat(filter.get("topics").items().get(0).items()).hasSize(2);
  }

  @Test
  void readsAReceiptWithItsLogs() {
    node.withResult(RECEIPT);
    Receipt receipt = node.rpc().receipt(Hash32.ZERO).orElseThrow();
    assertThat(receipt.succeeded()).isTrue();
    assertThat(receipt.contractAddress()).isEmpty();
    assertThat(receipt.gasUsed()).isEqualTo(21_000);
    assertThat(receipt.logs().get(0).logIndex()).isEqualTo(2);
  }

  /** As geth and Anvil, as nodes that put it into an object, as nodes that say it in words only. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'{\"code\":3,\"message\":\"execution reverted: NOT_BOOKED\",\"data\":\"DATA\"}'",
        "'{\"code\":3,\"message\":\"execution reverted\",\"data\":\"DATA\"}'",
        "'{\"code\":-32000,\"message\":\"execution reverted\",\"data\":{\"data\":\"DATA\"}}'",
        "'{\"code\":-32603,\"message\":\"execution reverted: revert: NOT_BOOKED\"}'",
        "'{\"code\":3,\"message\":\"execution reverted: NOT_BOOKED\"}'",
        "'{\"code\":3,\"message\":\"execution reverted: NOT_BOOKED\",\"data\":\"0x\"}'"
      })
  void decodesTheReasonWhereverTheNodePutsIt(String error) {
    node.withError(error.replace("DATA", NOT_BOOKED));
    assertThatExceptionOfType(RevertedException.class)
        .isThrownBy(() -> node.rpc().call(TOKEN, Bytes.EMPTY, BlockTag.LATEST))
        .satisfies(e -> assertThat(e.reason()).hasValue("NOT_BOOKED"));
  }

  @Test
  void aRevertWithoutAnyReasonIsARevert() {
    node.withError("{\"code\":3,\"message\":\"execution reverted\",\"data\":\"0x\"}");
    assertThatExceptionOfType(RevertedException.class)
        .isThrownBy(() -> node.rpc().call(TOKEN, Bytes.EMPTY, BlockTag.LATEST))
        .satisfies(e -> assertThat(e.reason()).isEmpty());
  }

  @Test
  void anErrorWithDataThatIsNoRevertIsTheNodesError() {
    node.withError("{\"code\":-32000,\"message\":\"nonce too low\",\"data\":\"0x1234\"}");
    assertThatExceptionOfType(RpcErrorException.class)
        .isThrownBy(() -> node.rpc().sendRaw(Bytes.EMPTY))
        .withMessageContaining("nonce too low");
  }

  @Test
  void readsManyInOneRequestEachWithItsOwnOutcome() {
    node.answering(
        "[{\"id\":0,\"result\":\"0x"
            + "0".repeat(63)
            + "7\"},{\"id\":1,\"result\":\"0x\"},{\"id\":2,\"error\":"
            + "{\"code\":3,\"message\":\"execution reverted\",\"data\":\"0xab35696f\"}}]");
    List<RpcOutcome<BigInteger>> outcomes =
        node.rpc().callAll(List.of(balance(), balance(), balance()), BlockTag.LATEST);
    assertThat(node.asked()).hasSize(1);
    assertThat(outcomes.get(0).orThrow()).isEqualTo("7");
    assertThatExceptionOfType(MalformedAnswerException.class).isThrownBy(outcomes.get(1)::orThrow);
    assertThatExceptionOfType(RevertedException.class)
        .isThrownBy(outcomes.get(2)::orThrow)
        .satisfies(e -> assertThat(e.reason()).hasValue("ContractPaused"));
  }

  @Test
  void aReadOfNoContractIsMalformed() {
    node.withResult("\"0x\"");
    assertThatExceptionOfType(MalformedAnswerException.class)
        .isThrownBy(() -> node.rpc().read(balance(), BlockTag.LATEST));
  }

  @Test
  void waitsForAReceiptUntilItIsThere() {
    AtomicInteger looks = new AtomicInteger();
    node.answering(request -> answerTo(request, looks.incrementAndGet() >= 5 ? RECEIPT : "null"));
    ManualPollClock clock = new ManualPollClock();
    Receipt receipt =
        rpc(clock).sendAndWait(transaction(), Duration.ofSeconds(10), Duration.ofSeconds(1));
    assertThat(receipt.blockNumber()).isEqualTo(5);
    assertThat(clock.sleeps()).hasSize(2);
  }

  @Test
  void waitsOnWhenTheNodeIsAwayForAMoment() {
    AtomicInteger posts = new AtomicInteger();
    HttpTransport node =
        json -> {
          if (posts.incrementAndGet() == 3) {
            throw new java.io.IOException("away");
          }
          return new HttpTransport.Answer(200, answerTo(JsonValue.parse(json), RECEIPT));
        };
    TempoRpc rpc = new TempoRpc(new JsonRpc(node), new ManualPollClock());
    Receipt receipt = rpc.sendAndWait(transaction(), Duration.ofSeconds(10), Duration.ofSeconds(1));
    assertThat(receipt.succeeded()).isTrue();
    assertThat(posts).hasValue(4);
  }

  @Test
  void givesUpWithTheHashWhenNoReceiptComes() {
    node.answering(request -> answerTo(request, "null"));
    ManualPollClock clock = new ManualPollClock();
    assertThatExceptionOfType(TransactionTimeoutException.class)
        .isThrownBy(
            () ->
                rpc(clock)
                    .sendAndWait(transaction(), Duration.ofSeconds(10), Duration.ofSeconds(1)))
        .satisfies(e -> assertThat(e.hash()).isEqualTo(transaction().hash()));
    assertThat(clock.sleeps()).hasSize(10);
  }

  private static org.sessionsettlement.tempo.ContractRead<BigInteger> balance() {
    return new Tip20(TOKEN).balanceOf(Address.ZERO);
  }

  private TempoRpc rpc(PollClock clock) {
    return new TempoRpc(new JsonRpc(new OkHttpTransport(node.url())), clock);
  }

  private static SignedTransaction transaction() {
    return SignedTransaction.decode(
        TransactionVectors.named("03-batch").json().get("serialized").bytes());
  }

  /** Of a node without eth_sendRawTransactionSync. */
  private static String answerTo(JsonValue request, String receipt) {
    String method = request.get("method").text();
    if (method.equals("eth_sendRawTransactionSync")) {
      return "{\"id\":0,\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}";
    }
    boolean sends = method.equals("eth_sendRawTransaction");
    return "{\"id\":0,\"result\":" + (sends ? '"' + HASH + '"' : receipt) + "}";
  }
}
