package org.sessionsettlement.tempo.rpc.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Hex;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.NoEndpointException;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.testing.TestChain;

/** Two local chains of the same id are a node that is behind and one that is not. */
class EndpointPoolOnChainTest {
  private final TestChain behind = TestChain.start();
  private final TestChain ahead = TestChain.start();

  EndpointPoolOnChainTest() throws IOException {}

  @AfterEach
  void close() {
    behind.close();
    ahead.close();
  }

  @Test
  void readsFromTheNodeThatIsBehindOnlyWhenItHasCaughtUp() {
    mine(ahead, 200);
    TempoRpc rpc = pool(behind.rpc().chainId());
    assertThat(rpc.blockNumber()).isEqualTo(200);
    long finalized = rpc.block(BlockTag.FINALIZED).number();
    assertThat(finalized).isEqualTo(ahead.rpc().block(BlockTag.FINALIZED).number()).isPositive();
    mine(behind, 201);
    assertThat(rpc.blockNumber()).isEqualTo(201);
  }

  @Test
  void whatOnlyTheLostNodeHadIsWaitedFor() {
    mine(ahead, 200);
    TempoRpc rpc = pool(behind.rpc().chainId());
    rpc.blockNumber();
    ahead.close();
    assertThatExceptionOfType(NoEndpointException.class)
        .isThrownBy(rpc::blockNumber)
        .withMessageContaining("is behind")
        .withMessageContaining("does not answer");
    mine(behind, 200);
    assertThat(rpc.blockNumber()).isEqualTo(200);
  }

  @Test
  void nodesOfAnotherChainAreNeverUsed() {
    assertThatExceptionOfType(NoEndpointException.class)
        .isThrownBy(() -> pool(1).blockNumber())
        .withMessageContaining("is of chain 31337");
  }

  private TempoRpc pool(long chainId) {
    return Endpoints.ofChain(chainId)
        .policy(PoolPolicy.ofChain(chainId).withProbes(Duration.ZERO, Duration.ZERO))
        .node(behind.url())
        .node(ahead.url())
        .retry(RetryPolicy.NONE)
        .rpc();
  }

  private static void mine(TestChain chain, int blocks) {
    chain.rpc().request("anvil_mine", Hex.quantity(blocks));
  }
}
