package org.sessionsettlement.tempo.rpc.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.ChainJson;
import org.sessionsettlement.tempo.rpc.FakeNode;
import org.sessionsettlement.tempo.rpc.MalformedAnswerException;
import org.sessionsettlement.tempo.rpc.ManualPollClock;
import org.sessionsettlement.tempo.rpc.NoEndpointException;
import org.sessionsettlement.tempo.rpc.OkHttpTransport;
import org.sessionsettlement.tempo.rpc.RpcErrorException;
import org.sessionsettlement.tempo.rpc.RpcRequest;
import org.sessionsettlement.tempo.rpc.RpcTimeouts;
import org.sessionsettlement.tempo.rpc.TempoRpc;

class EndpointPoolTest {
  private static final Bytes SIGNED = Bytes.fromHex("0x76c0");
  private static final long MAX_ANSWER_BYTES = 2_000;
  private static final Duration PROBE = Duration.ofSeconds(2);
  private static final Duration PROBE_DOWN = Duration.ofSeconds(15);
  private static final PoolPolicy POLICY =
      PoolPolicy.ofChain(ScriptedNode.CHAIN).withMaxLagBlocks(4).withProbes(PROBE, PROBE_DOWN);

  private final ManualPollClock clock = new ManualPollClock();
  private final ScriptedNode first = new ScriptedNode(100, 98);
  private final ScriptedNode second = new ScriptedNode(100, 98);

  @Test
  void readsFromTheFirstThatWorks() {
    TempoRpc rpc = both();
    call(rpc);
    call(rpc);
    assertThat(first.methods()).containsExactly("eth_call", "eth_call");
    assertThat(second.methods()).isEmpty();
  }

  @Test
  void goesOnWithTheOtherAtOnceWhenOneFails() {
    TempoRpc rpc = both();
    call(rpc);
    first.away(true);
    call(rpc);
    assertThat(second.methods()).containsExactly("eth_call");
    assertThat(clock.sleeps()).isEmpty();
  }

  @Test
  void comesBackToTheFirstAfterItsProbe() {
    TempoRpc rpc = both();
    first.away(true);
    call(rpc);
    first.away(false);
    call(rpc);
    assertThat(first.methods()).isEmpty();
    clock.pass(PROBE_DOWN);
    call(rpc);
    assertThat(first.methods()).containsExactly("eth_call");
  }

  @Test
  void aReadIsRepeatedWithPausesUntilTheNodeIsBack() {
    TempoRpc rpc = pool(first).rpc();
    first.busyFor(2, Duration.ZERO);
    call(rpc);
    assertThat(clock.sleeps()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @Test
  void waitsAsLongAsTheNodeAsks() {
    TempoRpc rpc = pool(first).rpc();
    first.busyFor(1, Duration.ofSeconds(3));
    call(rpc);
    assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void doesNotWaitForANodeThatAsksForTooMuch() {
    TempoRpc rpc = pool(first).rpc();
    first.busyFor(1, Duration.ofSeconds(60));
    assertThatExceptionOfType(NoEndpointException.class).isThrownBy(() -> call(rpc));
    assertThat(clock.sleeps()).isEmpty();
  }

  @Test
  void devMethodsAreNeverRepeated() {
    TempoRpc rpc = both();
    first.losingAnswers(true);
    assertThatExceptionOfType(NoEndpointException.class).isThrownBy(() -> rpc.request("evm_mine"));
    assertThat(first.methods()).containsExactly("evm_mine");
    assertThat(second.methods()).isEmpty();
  }

  @Test
  void theNodesOwnErrorsAreItsAnswer() {
    TempoRpc rpc = both();
    assertThatExceptionOfType(RpcErrorException.class)
        .isThrownBy(() -> rpc.request("eth_getProof"));
    assertThat(second.methods()).isEmpty();
  }

  @Test
  void aLostAnswerToATransactionSendsTheSameBytesToAnother() {
    TempoRpc rpc = both();
    first.losingAnswers(true);
    rpc.sendRaw(SIGNED);
    assertThat(first.transactions()).containsExactly(SIGNED.toString());
    assertThat(second.transactions()).containsExactly(SIGNED.toString());
  }

  @Test
  void aTransactionRefusedTheSecondTimeWasSentIfTheNodeHasIt() {
    TempoRpc rpc = both();
    first.losingAnswers(true);
    second.refusing("nonce too low");
    second.transactions().add(SIGNED.toString());
    assertThat(rpc.sendRaw(SIGNED)).isEqualTo(Keccak256.hash(SIGNED.toArray()));
  }

  @Test
  void aTransactionRefusedTheSecondTimeWasNotSentIfTheNodeHasItNot() {
    TempoRpc rpc = both();
    first.losingAnswers(true);
    second.refusing("already known");
    assertThatExceptionOfType(RpcErrorException.class).isThrownBy(() -> rpc.sendRaw(SIGNED));
  }

  @Test
  void aNodeThatLagsIsNotReadFrom() {
    first.at(95, 93);
    TempoRpc rpc = both();
    assertThat(rpc.blockNumber()).isEqualTo(100);
    assertThat(first.methods()).isEmpty();
  }

  @Test
  void aNodeThatLagsALittleIsReadFromUntilItWouldGoBack() {
    first.at(98, 96);
    TempoRpc rpc = both();
    assertThat(rpc.blockNumber()).isEqualTo(98);
    assertThat(rpc.block(BlockTag.FINALIZED).number()).isEqualTo(96);
  }

  @Test
  void aNodeThatLaggedIsReadFromOnceItHasCaughtUp() {
    first.at(90, 88);
    TempoRpc rpc = both();
    call(rpc);
    first.at(101, 99);
    call(rpc);
    assertThat(first.methods()).isEmpty();
    clock.pass(PROBE);
    call(rpc);
    assertThat(first.methods()).containsExactly("eth_call");
  }

  @Test
  void theNewestBlockNeverGoesBack() {
    TempoRpc rpc = both();
    assertThat(rpc.blockNumber()).isEqualTo(100);
    first.at(99, 98);
    second.at(101, 98);
    assertThat(rpc.blockNumber()).isEqualTo(101);
    assertThat(rpc.block(BlockTag.LATEST).number()).isEqualTo(101);
  }

  @Test
  void theFinalizedBlockNeverGoesBack() {
    TempoRpc rpc = both();
    assertThat(rpc.block(BlockTag.FINALIZED).number()).isEqualTo(98);
    first.at(100, 97);
    second.at(100, 98);
    assertThat(rpc.block(BlockTag.FINALIZED).number()).isEqualTo(98);
    assertThat(second.methods()).containsExactly("eth_getBlockByNumber");
  }

  @Test
  void stateIsNotReadFromBeforeABlockThatTheCallerWasToldOf() {
    TempoRpc rpc = both();
    first.at(103, 98);
    assertThat(rpc.blockNumber()).isEqualTo(103);
    first.away(true);
    second.at(102, 98);
    assertThatExceptionOfType(NoEndpointException.class).isThrownBy(() -> call(rpc));
    second.at(103, 98);
    call(rpc);
    assertThat(second.methods()).containsExactly("eth_call");
  }

  @Test
  void theHighestFinalizedBlockIsRememberedWhenItsNodeIsGone() {
    second.at(200, 198);
    TempoRpc rpc = both();
    call(rpc);
    second.away(true);
    assertThatExceptionOfType(NoEndpointException.class)
        .isThrownBy(() -> call(rpc))
        .withMessageContaining("first.example is behind");
  }

  @Test
  void aTransactionGoesToANodeThatLagsToo() {
    first.at(50, 48);
    both().sendRaw(SIGNED);
    assertThat(first.transactions()).hasSize(1);
  }

  @Test
  void aNodeOfAnotherChainIsExcludedForGood() {
    first.ofChain(5);
    TempoRpc rpc = both();
    call(rpc);
    first.ofChain(ScriptedNode.CHAIN);
    clock.pass(PROBE_DOWN.multipliedBy(10));
    call(rpc);
    rpc.sendRaw(SIGNED);
    assertThat(first.methods()).isEmpty();
    assertThat(first.probes()).isEqualTo(1);
  }

  @Test
  void whenNoneIsLeftTheErrorNamesHostsAndReasonsOnly() {
    first.ofChain(5);
    TempoRpc rpc = both();
    call(rpc);
    second.away(true);
    assertThatExceptionOfType(NoEndpointException.class)
        .isThrownBy(() -> call(rpc))
        .satisfies(
            e ->
                assertThat(e.endpoints())
                    .containsExactly(
                        "first.example is of chain 5", "second.example does not answer"));
    assertThat(clock.sleeps()).hasSize(RetryPolicy.DEFAULT.attempts() - 1);
  }

  @Test
  void addressesAreNotShown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoints.ofChain(1).node("ftp://secret@host/key"))
        .withMessageNotContaining("secret");
    TempoRpc rpc =
        Endpoints.ofChain(1).node("http://127.0.0.1:1/key?token=x").retry(RetryPolicy.NONE).rpc();
    assertThatExceptionOfType(NoEndpointException.class)
        .isThrownBy(rpc::chainId)
        .satisfies(
            e -> assertThat(e.getMessage()).contains("127.0.0.1").doesNotContain("key", "token"));
  }

  @Test
  void aBatchThatWouldGoBackIsAskedElsewhere() {
    TempoRpc rpc = both();
    rpc.blockNumber();
    first.at(99, 98);
    second.at(100, 98);
    List<Long> numbers =
        rpc.batch(List.of(RpcRequest.of("eth_blockNumber"), RpcRequest.of("eth_call"))).stream()
            .map(outcome -> outcome.orThrow().longQuantity())
            .toList();
    assertThat(numbers).containsExactly(100L, 1L);
  }

  @Test
  void anAnswerLargerThanIsTakenIsNoFaultOfTheNode() {
    try (FakeNode node = new FakeNode()) {
      node.answering(request -> request.isArray() ? probeAnswers() : large());
      TempoRpc rpc =
          pool(first)
              .node(
                  "large.example",
                  new OkHttpTransport(
                      new OkHttpClient(), node.url(), RpcTimeouts.DEFAULT, MAX_ANSWER_BYTES))
              .rpc();
      first.away(true);
      for (int i = 0; i < 2; i++) {
        assertThatExceptionOfType(MalformedAnswerException.class)
            .isThrownBy(() -> call(rpc))
            .satisfies(e -> assertThat(e.isTooLarge()).isTrue());
      }
      assertThat(node.asked()).filteredOn(request -> !request.isArray()).hasSize(2);
    }
  }

  @Test
  void workingNodesAreLookedAtOnceAnInterval() {
    TempoRpc rpc = both();
    for (int i = 0; i < 10; i++) {
      call(rpc);
    }
    assertThat(List.of(first.probes(), second.probes())).containsExactly(1, 1);
    clock.pass(PROBE);
    call(rpc);
    assertThat(List.of(first.probes(), second.probes())).containsExactly(2, 2);
  }

  private static String probeAnswers() {
    return """
        [{"id":0,"result":"0x2a"},{"id":1,"result":%s},{"id":2,"result":"0x64"}]
        """
        .formatted(ChainJson.block(98, 7));
  }

  private static String large() {
    return "{\"id\":0,\"result\":\"0x" + "00".repeat((int) MAX_ANSWER_BYTES) + "\"}";
  }

  private TempoRpc both() {
    return pool(first).node("second.example", second).rpc();
  }

  private Endpoints pool(ScriptedNode node) {
    return Endpoints.ofChain(ScriptedNode.CHAIN)
        .policy(POLICY)
        .clock(clock)
        .jitter(() -> 1)
        .node("first.example", node);
  }

  private static void call(TempoRpc rpc) {
    rpc.call(Address.ZERO, Bytes.EMPTY, BlockTag.LATEST);
  }
}
