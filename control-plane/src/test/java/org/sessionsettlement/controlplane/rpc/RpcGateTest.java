package org.sessionsettlement.controlplane.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.sessionsettlement.tempo.rpc.HttpTransport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RpcGateTest {
  private static final String HEAD = call(1, "eth_blockNumber");
  private static final String ADMIN = call(2, "anvil_setBalance");

  private final List<String> asked = new ArrayList<>();
  private final HttpTransport node =
      json -> {
        asked.add(json);
        String answer = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x5\"}";
        return new HttpTransport.Answer(200, json.startsWith("[") ? "[" + answer + "]" : answer);
      };

  @Test
  void passesOnWhatAWalletNeedsAndTheAnswerAsItIs() {
    assertThat(answer(HEAD).path("result").asString()).isEqualTo("0x5");
    assertThat(asked).containsExactly(HEAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"anvil_setBalance", "debug_traceTransaction", "eth_getLogs", "admin_peers", ""})
  void answersOtherMethodsItselfAsANodeThatDoesNotHaveThem(String method) {
    var answer = answer(call(7, method));
    assertThat(answer.path("error").path("code").asInt()).isEqualTo(-32601);
    assertThat(answer.path("id").asInt()).isEqualTo(7);
    assertThat(asked).isEmpty();
  }

  @Test
  void passesOnOfABatchWhatIsAllowed() {
    var answers = answer("[" + HEAD + "," + ADMIN + "]");
    assertThat(answers.get(0).path("result").asString()).isEqualTo("0x5");
    assertThat(answers.get(1).path("error").path("code").asInt()).isEqualTo(-32601);
    assertThat(answers.get(1).path("id").asInt()).isEqualTo(2);
    assertThat(asked).containsExactly("[" + HEAD + "]");
  }

  @Test
  void asksTheNodeNothingForABatchOfWhichNothingIsAllowed() {
    assertThat(answer("[" + ADMIN + "]")).hasSize(1);
    assertThat(asked).isEmpty();
  }

  @Test
  void refusesBatchesThatAreEmptyOrTooLarge() {
    var tooMany = String.join(",", Collections.nCopies(RpcGate.MOST_IN_A_BATCH + 1, HEAD));
    assertThat(answer("[]").path("error").path("code").asInt()).isEqualTo(-32600);
    assertThat(answer("[" + tooMany + "]").path("error").path("code").asInt()).isEqualTo(-32600);
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"eth_chainId\"", "null", "{}", "[[]]"})
  void refusesWhatIsNoRequest(String body) {
    assertThat(answer(body).toString()).contains("-32600");
    assertThat(asked).isEmpty();
  }

  @Test
  void saysNothingOfANodeThatIsAway() {
    HttpTransport away =
        json -> {
          throw new IOException("secret-key.example refused");
        };
    var gate = new RpcGate(away);
    assertThatThrownBy(() -> gate.answer(JsonMapper.shared().readTree(HEAD)))
        .isInstanceOf(ProblemException.class)
        .hasMessageNotContaining("secret");
  }

  private JsonNode answer(String body) {
    var json = JsonMapper.shared();
    return json.readTree(new RpcGate(node).answer(json.readTree(body)));
  }

  private static String call(int id, String method) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":[]}".formatted(id, method);
  }
}
