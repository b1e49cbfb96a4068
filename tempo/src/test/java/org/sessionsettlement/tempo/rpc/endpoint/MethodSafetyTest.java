package org.sessionsettlement.tempo.rpc.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.tempo.rpc.RpcRequest;

class MethodSafetyTest {
  @ParameterizedTest
  @ValueSource(strings = {"eth_call", "eth_getLogs", "eth_getTransactionReceipt", "eth_chainId"})
  void readsMayBeRepeated(String method) {
    assertThat(MethodSafety.of(method)).isEqualTo(MethodSafety.READ);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eth_sendRawTransaction", "eth_sendRawTransactionSync"})
  void signedTransactionsMayBeSentAgain(String method) {
    assertThat(MethodSafety.of(method)).isEqualTo(MethodSafety.SEND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eth_sendTransaction",
        "eth_newFilter",
        "eth_getFilterChanges",
        "evm_mine",
        "evm_increaseTime",
        "anvil_setBalance",
        "anvil_reorg",
        "debug_setHead",
        "eth_somethingNew",
        ""
      })
  void everythingElseGoesOutOnce(String method) {
    assertThat(MethodSafety.of(method)).isEqualTo(MethodSafety.ONCE);
  }

  @Test
  void aBatchIsAsSafeAsItsLeastSafeRequest() {
    RpcRequest read = RpcRequest.of("eth_call");
    RpcRequest send = RpcRequest.of("eth_sendRawTransaction");
    RpcRequest once = RpcRequest.of("evm_mine");
    assertThat(MethodSafety.of(List.of(read, read))).isEqualTo(MethodSafety.READ);
    assertThat(MethodSafety.of(List.of(read, send))).isEqualTo(MethodSafety.SEND);
    assertThat(MethodSafety.of(List.of(send, once, read))).isEqualTo(MethodSafety.ONCE);
  }
}
