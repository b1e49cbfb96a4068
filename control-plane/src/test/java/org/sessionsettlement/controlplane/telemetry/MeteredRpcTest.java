package org.sessionsettlement.controlplane.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.rpc.HttpTransport;
import org.sessionsettlement.tempo.rpc.JsonRpc;
import org.sessionsettlement.tempo.rpc.RpcErrorException;
import org.sessionsettlement.tempo.rpc.RpcRequest;
import org.sessionsettlement.tempo.rpc.RpcUnavailableException;

class MeteredRpcTest {
  private static final RpcRequest NUMBER = RpcRequest.of("eth_blockNumber");
  private static final RpcRequest CALL = RpcRequest.of("eth_call");
  private static final String ERROR = "\"error\":{\"code\":-32000,\"message\":\"no\"}";
  private static final Duration A_CALL = Duration.ofMillis(40);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Meters meters = new Meters();
  private final AtomicLong nanos = new AtomicLong();

  @BeforeEach
  void show() {
    meters.show(registry);
  }

  @Test
  void countsAnAnswerAndHowLongItTook() {
    node("{\"id\":0,\"result\":\"0x1\"}").request(NUMBER);

    assertThat(calls("eth_blockNumber", "ok")).isEqualTo(1);
    assertThat(registry.get(Metric.RPC_CALLS.meter()).timer().totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo((double) A_CALL.toMillis());
  }

  @Test
  void countsEachOfABatchByItsOwnAnswer() {
    node("[{\"id\":1," + ERROR + "},{\"id\":0,\"result\":\"0x1\"}]").batch(List.of(NUMBER, CALL));

    assertThat(calls("eth_blockNumber", "ok")).isEqualTo(1);
    assertThat(calls("eth_call", "refused")).isEqualTo(1);
  }

  @Test
  void countsWhatTheNodeRefusedAndLetsItThrough() {
    var node = node("{\"id\":0," + ERROR + "}");
    assertThatThrownBy(() -> node.request(CALL)).isInstanceOf(RpcErrorException.class);
    assertThat(calls("eth_call", "refused")).isEqualTo(1);
  }

  @Test
  void countsEveryRequestOfABatchThatNobodyAnswered() {
    var away =
        metered(
            json -> {
              throw new IOException("away");
            });
    assertThatThrownBy(() -> away.batch(List.of(NUMBER, CALL)))
        .isInstanceOf(RpcUnavailableException.class);
    assertThat(calls("eth_blockNumber", "unavailable")).isEqualTo(1);
    assertThat(calls("eth_call", "unavailable")).isEqualTo(1);
  }

  private MeteredRpc node(String answer) {
    return metered(json -> new HttpTransport.Answer(200, answer));
  }

  private MeteredRpc metered(HttpTransport node) {
    HttpTransport slow =
        json -> {
          nanos.addAndGet(A_CALL.toNanos());
          return node.post(json);
        };
    return new MeteredRpc(new JsonRpc(slow), "main", meters, nanos::get);
  }

  private long calls(String method, String result) {
    return registry
        .get(Metric.RPC_CALLS.meter())
        .tags("endpoint", "main", "method", method, "result", result)
        .timer()
        .count();
  }
}
