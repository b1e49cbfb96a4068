package org.sessionsettlement.tempo.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TransactionVectors;

class SendingTest {
  private static final SignedTransaction TRANSACTION =
      SignedTransaction.decode(
          TransactionVectors.named("03-batch").json().get("serialized").bytes());
  private static final Bytes SIGNED = TRANSACTION.bytes();
  private static final Hash32 HASH = TRANSACTION.hash();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Expiry EXPIRY = new Expiry(100, BlockTag.FINALIZED);

  private final ManualPollClock clock = new ManualPollClock();

  @Test
  void aRefusalOfWhatTheNodeHasMeansThatItWasSent() {
    ScriptedChannel node =
        new ScriptedChannel(
            request ->
                switch (request.method()) {
                  case "eth_getTransactionByHash" -> "{}";
                  default -> throw new RpcErrorException(-32000, "nonce too low");
                });
    assertThat(rpc(node).sendRaw(SIGNED)).isEqualTo(HASH);
    assertThat(node.asked().get(2).params()).containsExactly(HASH.toString());
  }

  @Test
  void theWordsAlreadyKnownProveNothing() {
    ScriptedChannel node =
        new ScriptedChannel(
            request ->
                switch (request.method()) {
                  case "eth_getTransactionByHash" -> "null";
                  default -> throw new RpcErrorException(-32000, "already known");
                });
    assertThatExceptionOfType(RpcErrorException.class)
        .isThrownBy(() -> rpc(node).sendRaw(SIGNED))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(RpcErrorKind.ALREADY_KNOWN));
  }

  @Test
  void hasTheReceiptAtOnceWhereTheNodeCanDoThat() {
    ScriptedChannel node = new ScriptedChannel(request -> receipt());
    assertThat(rpc(node).sendAndWait(TRANSACTION, TIMEOUT).blockNumber()).isEqualTo(5);
    assertThat(node.methods()).containsExactly("eth_sendRawTransactionSync");
    assertThat(clock.sleeps()).isEmpty();
  }

  @Test
  void theNodeIsToldToWaitNoLongerThanTheCaller() {
    ScriptedChannel node = new ScriptedChannel(request -> receipt());
    rpc(node).sendAndWait(TRANSACTION, Duration.ofMillis(300));
    assertThat(node.asked().get(0).patience()).hasValue(Duration.ofMillis(300));
  }

  @Test
  void asksANodeOnlyOnceForAMethodThatItHasNot() {
    try (FakeNode node = new FakeNode()) {
      node.answering(SendingTest::withoutSync);
      TempoRpc rpc = node.rpc();
      rpc.sendAndWait(TRANSACTION, TIMEOUT);
      rpc.sendAndWait(TRANSACTION, TIMEOUT);
      assertThat(node.asked())
          .extracting(request -> request.get("method").text())
          .containsExactly(
              "eth_sendRawTransactionSync",
              "eth_sendRawTransaction",
              "eth_getTransactionReceipt",
              "eth_sendRawTransaction",
              "eth_getTransactionReceipt");
    }
  }

  @Test
  void aNodeThatDoesNotMineItWhileAskedIsLookedAtAgain() {
    ScriptedChannel node =
        new ScriptedChannel(
            request ->
                switch (request.method()) {
                  case "eth_sendRawTransactionSync" ->
                      throw new RpcUnavailableException("timeout", null);
                  case "eth_sendRawTransaction" -> '"' + HASH.toString() + '"';
                  default -> clock.sleeps().size() < 2 ? "null" : receipt();
                });
    assertThat(rpc(node).sendAndWait(TRANSACTION, TIMEOUT).succeeded()).isTrue();
    assertThat(clock.sleeps()).hasSize(2);
  }

  @Test
  void anUndeniableRefusalIsNotWaitedFor() {
    ScriptedChannel node =
        new ScriptedChannel(
            request -> {
              if (request.method().equals("eth_getTransactionByHash")) {
                return "null";
              }
              throw new RpcErrorException(-32003, "insufficient fee token balance: have 0, need 1");
            });
    assertThatExceptionOfType(RpcErrorException.class)
        .isThrownBy(() -> rpc(node).sendAndWait(TRANSACTION, TIMEOUT))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(RpcErrorKind.INSUFFICIENT_FEE_BALANCE));
    assertThat(clock.sleeps()).isEmpty();
  }

  @Test
  void isExpiredOnceATrustedBlockIsPastItsValidity() {
    ScriptedChannel node =
        new ScriptedChannel(request -> neverMined(request, clock.sleeps().size()));
    SendOutcome outcome = rpc(node).sendUntil(TRANSACTION, EXPIRY, TIMEOUT);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            SendOutcome.Expired.class,
            expired -> assertThat(expired.block().timestampSeconds()).isEqualTo(100));
    assertThat(clock.sleeps()).hasSize(3);
  }

  @Test
  void isOpenWhenTheTimeIsOverBeforeItsValidity() {
    ScriptedChannel node = new ScriptedChannel(request -> neverMined(request, 0));
    assertThat(rpc(node).sendUntil(TRANSACTION, EXPIRY, TIMEOUT))
        .isEqualTo(new SendOutcome.Open(HASH, TIMEOUT));
  }

  @Test
  void whatIsMinedInTheLastBlockIsNotExpired() {
    ScriptedChannel node =
        new ScriptedChannel(
            request ->
                request.method().equals("eth_getTransactionReceipt")
                    ? receipt()
                    : neverMined(request, 3));
    assertThat(rpc(node).sendUntil(TRANSACTION, EXPIRY, TIMEOUT))
        .isInstanceOf(SendOutcome.Mined.class);
  }

  private TempoRpc rpc(RpcChannel node) {
    return new TempoRpc(node, clock);
  }

  /** The chain's time is 97 and a second for each look. */
  private static String neverMined(RpcRequest request, int looks) {
    return switch (request.method()) {
      case "eth_sendRawTransactionSync", "eth_getTransactionReceipt" -> "null";
      default -> ChainJson.block(looks, 97 + looks);
    };
  }

  private static String receipt() {
    return ChainJson.receipt(HASH, 5);
  }

  private static String withoutSync(JsonValue request) {
    return switch (request.get("method").text()) {
      case "eth_sendRawTransactionSync" ->
          "{\"id\":0,\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}";
      case "eth_sendRawTransaction" -> "{\"id\":0,\"result\":\"" + HASH + "\"}";
      default -> "{\"id\":0,\"result\":" + receipt() + "}";
    };
  }
}
