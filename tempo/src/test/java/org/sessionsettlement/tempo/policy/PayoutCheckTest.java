package org.sessionsettlement.tempo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sessionsettlement.tempo.testing.AnsweringTransport.reverted;
import static org.sessionsettlement.tempo.testing.AnsweringTransport.word;
import static org.sessionsettlement.tempo.token.TokenVectors.A;
import static org.sessionsettlement.tempo.token.TokenVectors.B;
import static org.sessionsettlement.tempo.token.TokenVectors.C;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.revert.Revert;
import org.sessionsettlement.tempo.revert.Tip20Error;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.RpcErrorException;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.testing.AnsweringTransport;
import org.sessionsettlement.tempo.token.TokenVectors;

/**
 * TIP-1028 against a fake chain that has it: no local chain does. The calldata are viem's, the
 * answers those of the ABI.
 */
class PayoutCheckTest {
  private static final String TRANSFER = "0xa9059cbb";
  private static final String VALIDATE = "0xb72b0c59";
  private static final String RESOLVE = "0xfbea9d67";
  private static final Address VIRTUAL =
      Address.parse("0x12345678fdfdfdfdfdfdfdfdfdfdaabbccddeeff");

  private String transfer = word(1);
  private String validation = answer(true, 0);
  private String master = "\"result\":\"0x" + "0".repeat(24) + C.toLowerHex().substring(2) + "\"";
  private String validated = "";

  @Test
  void asksAsViemDoes() {
    assertThat(PolicyRegistry.validateReceivePolicy(A, B, C).data())
        .isEqualTo(TokenVectors.calldata("validateReceivePolicy"));
  }

  @Test
  void allowsWhatWouldArrive() {
    assertThat(check(C)).isEqualTo(new PayoutAnswer.Allowed());
    assertThat(validated).isEqualTo(TokenVectors.calldata("validateReceivePolicy").toString());
  }

  @Test
  void saysWhatWouldBeDivertedAndWhy() {
    validation = answer(false, 1);
    assertThat(check(C)).isEqualTo(diverted(DiversionReason.TOKEN_FILTER));
    validation = answer(false, 2);
    assertThat(check(C)).isEqualTo(diverted(DiversionReason.SENDER_POLICY));
    validation = answer(false, 9);
    assertThat(check(C)).isEqualTo(diverted(DiversionReason.UNKNOWN));
  }

  @Test
  void aTransferThatRevertsIsRefusedWhateverTheReceiverAccepts() {
    transfer = reverted("0x54cfe659");
    Bytes data = Bytes.fromHex("0x54cfe659");
    assertThat(check(C))
        .isEqualTo(new PayoutAnswer.Refused(new Revert.Token(data, Tip20Error.POLICY_FORBIDS)));
  }

  @Test
  void aChainWithoutReceivePoliciesSaysSo() {
    validation = reverted("0xaa4bc69ab72b0c59" + "0".repeat(56));
    assertThat(check(C)).isEqualTo(new PayoutAnswer.NotSupportedHere());
  }

  /** The registry does not resolve a virtual address: asked about it, it would allow. */
  @Test
  void asksForThePolicyOfAVirtualAddressesMaster() {
    assertThat(check(VIRTUAL)).isEqualTo(new PayoutAnswer.Allowed());
    assertThat(validated).endsWith(C.toLowerHex().substring(2));
  }

  @Test
  void aVirtualAddressWithoutMasterIsRefusedByTheTransferItself() {
    transfer = reverted("0xda56842c");
    master = reverted("0xda56842c");
    assertThat(check(VIRTUAL)).isInstanceOf(PayoutAnswer.Refused.class);
  }

  @Test
  void aNodeThatCannotSayIsNoAnswer() {
    validation = "\"error\":{\"code\":-32005,\"message\":\"limit exceeded\"}";
    assertThatExceptionOfType(RpcErrorException.class).isThrownBy(() -> check(C));
    transfer = "\"error\":{\"code\":-32005,\"message\":\"limit exceeded\"}";
    validation = answer(true, 0);
    assertThatExceptionOfType(RpcErrorException.class).isThrownBy(() -> check(C));
  }

  @Test
  void answersManyInTheirOrder() {
    PayoutCheck check = new PayoutCheck(new TempoRpc(new AnsweringTransport(this::node)));
    assertThat(check.checkAll(List.of(payout(C), payout(VIRTUAL), payout(B)), BlockTag.LATEST))
        .containsExactly(
            new PayoutAnswer.Allowed(), new PayoutAnswer.Allowed(), new PayoutAnswer.Allowed());
  }

  @Test
  void readsAReceivePolicy() {
    Bytes answer =
        Bytes.fromHex(
            "%064x%064x%064x%064x%064x".formatted(1, 7, 0, 8, 1)
                + "0".repeat(24)
                + C.toLowerHex().substring(2));
    assertThat(PolicyRegistry.receivePolicy(A).decode().apply(answer))
        .isEqualTo(new ReceivePolicy(true, 7, PolicyType.WHITELIST, 8, PolicyType.BLACKLIST, C));
  }

  private PayoutAnswer check(Address receiver) {
    TempoRpc rpc = new TempoRpc(new AnsweringTransport(this::node));
    return new PayoutCheck(rpc).check(payout(receiver), BlockTag.LATEST);
  }

  private static Payout payout(Address receiver) {
    return new Payout(A, B, receiver, BigInteger.TEN);
  }

  private String node(JsonValue request) {
    String data = request.get("params").items().get(0).get("data").text();
    return switch (data.substring(0, 10)) {
      case TRANSFER -> transfer;
      case RESOLVE -> master;
      case VALIDATE -> {
        validated = data;
        yield validation;
      }
      default -> throw new IllegalArgumentException("not asked for: " + data);
    };
  }

  private static String answer(boolean authorized, int reason) {
    return "\"result\":\"0x%064x%064x\"".formatted(authorized ? 1 : 0, reason);
  }

  private static PayoutAnswer diverted(DiversionReason reason) {
    return new PayoutAnswer.Diverted(
        reason, Address.parse("0xB10C000000000000000000000000000000000000"));
  }
}
