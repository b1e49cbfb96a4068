package org.sessionsettlement.tempo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.policy.PayoutAnswer;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.testing.DevAccounts;
import org.sessionsettlement.tempo.testing.TestChain;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.token.Tip20Event;
import org.sessionsettlement.tempo.token.Tip20Issuer;
import org.sessionsettlement.tempo.token.TokenRole;

/** Runs the example programs about tokens and fees and looks at what they did. */
@SuppressWarnings("NullAway.Init") // JUnit fills the chain before the first test.
class TokenExamplesOnChainTest {
  private static final Tip20 PATH = new Tip20(Tip20.PATH_USD);

  private static TestChain chain;
  private static TempoRpc rpc;

  @BeforeAll
  static void start() throws IOException {
    chain = TestChain.start();
    rpc = chain.rpc();
  }

  @AfterAll
  static void stop() {
    chain.close();
  }

  @Test
  void transferWithMemoPaysTheInvoice() {
    Address payee = Address.parse("0x1111111111111111111111111111111111111111");
    Tip20Event.TransferWithMemo payment =
        TransferWithMemo.run(rpc, DevAccounts.get(0), payee, "invoice 1");
    assertThat(payment.memo()).isEqualTo(Keccak256.hash("invoice 1"));
    assertThat(balance(PATH, payee)).isEqualTo(5_000_000);
  }

  @Test
  void permitAndPullMovesTheOwnersTokens() {
    Secp256k1Account owner = DevAccounts.get(1);
    BigInteger before = balance(PATH, owner.address());
    BigInteger amount = BigInteger.valueOf(1_000_000);
    assertThat(PermitAndPull.run(rpc, owner, DevAccounts.get(2), amount).succeeded()).isTrue();
    assertThat(balance(PATH, owner.address())).isEqualTo(before.subtract(amount));
  }

  @Test
  void createTokenLeavesAMillionWithItsIssuer() {
    Secp256k1Account issuer = DevAccounts.get(3);
    Tip20 token = new Tip20(CreateToken.run(rpc, issuer));
    assertThat(balance(token, issuer.address())).isEqualTo(BigInteger.TEN.pow(12));
    assertThat(rpc.read(token.symbol(), BlockTag.LATEST)).isEqualTo("EXD");
  }

  @Test
  void checkPolicyPaysWhatWouldArriveAndNothingElse() {
    Secp256k1Account payer = DevAccounts.get(4);
    Address payee = Address.parse("0x2222222222222222222222222222222222222222");
    Address token = CreateToken.run(rpc, payer);
    assertThat(CheckPolicyBeforePayout.run(rpc, payer, token, payee))
        .isEqualTo(new PayoutAnswer.NotSupportedHere());
    Tip20Issuer issuer = new Tip20Issuer(token);
    EstimateABatch.run(
        rpc, payer, List.of(issuer.grantRole(TokenRole.PAUSE, payer.address()), issuer.pause()));
    assertThat(CheckPolicyBeforePayout.run(rpc, payer, token, payee))
        .isInstanceOf(PayoutAnswer.Refused.class);
    assertThat(balance(new Tip20(token), payee)).isEqualTo(1_000_000);
  }

  @Test
  void estimateABatchExpectsWhatItUses() {
    Address self = DevAccounts.get(0).address();
    EstimateABatch.Sent sent =
        EstimateABatch.run(
            rpc,
            DevAccounts.get(0),
            List.of(
                PATH.approve(self, BigInteger.TEN), PATH.transferFrom(self, self, BigInteger.TEN)));
    assertThat(sent.receipt().succeeded()).isTrue();
    assertThat(sent.gas().expected())
        .isBetween(sent.receipt().gasUsed(), sent.receipt().gasUsed() + 44_000);
  }

  private static BigInteger balance(Tip20 token, Address owner) {
    return rpc.read(token.balanceOf(owner), BlockTag.LATEST);
  }
}
