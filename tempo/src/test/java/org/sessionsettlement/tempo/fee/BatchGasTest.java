package org.sessionsettlement.tempo.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sessionsettlement.tempo.testing.AnsweringTransport.NO_SUCH_METHOD;
import static org.sessionsettlement.tempo.testing.AnsweringTransport.reverted;
import static org.sessionsettlement.tempo.token.TokenVectors.A;
import static org.sessionsettlement.tempo.token.TokenVectors.B;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.rpc.RpcErrorException;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.testing.AnsweringTransport;
import org.sessionsettlement.tempo.token.Tip20;

/** Nodes of other kinds than Anvil; Anvil itself is in GasOnChainTest. */
class BatchGasTest {
  private static final Call TRANSFER = new Tip20(A).transfer(B, BigInteger.ONE);
  private static final String LIMIT_EXCEEDED =
      "\"error\":{\"code\":-32005,\"message\":\"limit exceeded\"}";
  private static final GasExtras NONE = GasExtras.ownNonce(1);

  @Test
  void asksOnceWhereTheNodeHonoursCallsAndFindsThatOutOnce() {
    AnsweringTransport node = new AnsweringTransport(BatchGasTest::honouring);
    BatchGas gas = new BatchGas(new TempoRpc(node));
    assertThat(gas.estimate(B, List.of(TRANSFER, TRANSFER), NONE).expected()).isEqualTo(92_000);
    assertThat(gas.estimate(B, List.of(TRANSFER), GasExtras.expiringNonce()).expected())
        .isEqualTo(59_000);
    assertThat(node.asked()).hasSize(3).containsOnly("eth_estimateGas");
  }

  @Test
  void addsUpSingleEstimatesWhereTheNodeCanDoNothingElse() {
    AnsweringTransport node =
        new AnsweringTransport(
            request -> method(request, "eth_estimateGas") ? gas(46_000) : NO_SUCH_METHOD);
    BatchGas gas = new BatchGas(new TempoRpc(node));
    assertThat(gas.estimate(B, List.of(TRANSFER, TRANSFER, TRANSFER), NONE).expected())
        .isEqualTo(21_000 + 3 * 25_000 + 2 * 2_600);
  }

  /** A node that objects to the unknown member does not honour it. */
  @Test
  void aNodeThatRefusesCallsIsAskedCallByCall() {
    AnsweringTransport node =
        new AnsweringTransport(
            request ->
                request.get("params").items().get(0).get("calls").isNull()
                    ? gas(46_000)
                    : "\"error\":{\"code\":-32602,\"message\":\"unknown field calls\"}");
    BatchGas gas = new BatchGas(new TempoRpc(node));
    assertThat(gas.estimate(B, List.of(TRANSFER), NONE).expected()).isEqualTo(46_000);
  }

  /** It said nothing about batches: the next estimate asks again. */
  @Test
  void aNodeThatIsTooBusyToTellIsAskedAgain() {
    AtomicInteger asked = new AtomicInteger();
    AnsweringTransport node =
        new AnsweringTransport(
            request -> asked.incrementAndGet() == 1 ? LIMIT_EXCEEDED : honouring(request));
    BatchGas gas = new BatchGas(new TempoRpc(node));
    assertThatExceptionOfType(RpcErrorException.class)
        .isThrownBy(() -> gas.estimate(B, List.of(TRANSFER), NONE));
    assertThat(gas.estimate(B, List.of(TRANSFER, TRANSFER), NONE).expected()).isEqualTo(92_000);
  }

  @Test
  void aNodeThatRefusesToSimulateIsNoAnswer() {
    AnsweringTransport node =
        new AnsweringTransport(
            request -> method(request, "eth_estimateGas") ? gas(46_000) : LIMIT_EXCEEDED);
    BatchGas gas = new BatchGas(new TempoRpc(node));
    assertThatExceptionOfType(RpcErrorException.class)
        .isThrownBy(() -> gas.estimate(B, List.of(TRANSFER, TRANSFER), NONE));
  }

  @Test
  void aWholeBatchThatRevertsSaysWhy() {
    AnsweringTransport node = new AnsweringTransport(request -> reverted("0xab35696f"));
    assertThatExceptionOfType(RevertedException.class)
        .isThrownBy(() -> new BatchGas(new TempoRpc(node)).estimate(B, List.of(TRANSFER), NONE))
        .satisfies(e -> assertThat(e.reason()).hasValue("ContractPaused"));
  }

  private static String honouring(JsonValue request) {
    JsonValue calls = request.get("params").items().get(0).get("calls");
    boolean reverts =
        calls.items().stream().anyMatch(call -> call.get("data").text().equals("0xffffffff"));
    return reverts ? reverted("0xaa4bc69a" + "0".repeat(64)) : gas(46_000L * calls.items().size());
  }

  private static boolean method(JsonValue request, String method) {
    return request.get("method").text().equals(method);
  }

  private static String gas(long gas) {
    return "\"result\":\"0x" + Long.toHexString(gas) + "\"";
  }
}
