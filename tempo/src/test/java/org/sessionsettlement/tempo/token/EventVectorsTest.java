package org.sessionsettlement.tempo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.tempo.token.TokenVectors.A;
import static org.sessionsettlement.tempo.token.TokenVectors.B;
import static org.sessionsettlement.tempo.token.TokenVectors.C;
import static org.sessionsettlement.tempo.token.TokenVectors.LONG_NAME;
import static org.sessionsettlement.tempo.token.TokenVectors.MEMO;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.rpc.Log;

class EventVectorsTest {
  @Test
  void readsTransfersAndWhatBelongsToThem() {
    assertDecoded("Transfer", new Tip20Event.Transfer(C, A, B, units(1)));
    assertDecoded("TransferWithMemo", new Tip20Event.TransferWithMemo(C, A, B, units(2), MEMO));
    assertDecoded("Approval", new Tip20Event.Approval(C, A, B, units(3)));
  }

  @Test
  void readsWhatIssuersDo() {
    assertDecoded("Mint", new Tip20Event.Mint(C, A, units(4)));
    assertDecoded("Burn", new Tip20Event.Burn(C, A, units(5)));
    assertDecoded("BurnBlocked", new Tip20Event.BurnBlocked(C, A, units(6)));
    assertDecoded("PauseStateUpdate", new Tip20Event.PauseStateUpdate(C, A, true));
    assertDecoded("TransferPolicyUpdate", new Tip20Event.TransferPolicyUpdate(C, A, 7));
    assertDecoded("SupplyCapUpdate", new Tip20Event.SupplyCapUpdate(C, A, units(8)));
    assertDecoded("NextQuoteTokenSet", new Tip20Event.NextQuoteTokenSet(C, A, B));
    assertDecoded("QuoteTokenUpdate", new Tip20Event.QuoteTokenUpdate(C, A, B));
    assertDecoded(
        "RoleMembershipUpdated",
        new Tip20Event.RoleMembershipUpdated(C, TokenRole.ISSUER.id(), A, B, true));
  }

  @Test
  void whatIsNotKnownIsEmpty() {
    assertThat(Tip20Event.decode(TokenVectors.log(C, "RewardDistributed"))).isEmpty();
    assertThat(Tip20Event.decode(TokenVectors.log(C, List.of(), Bytes.EMPTY))).isEmpty();
    assertThat(Tip20Event.topics()).hasSize(12);
  }

  @Test
  void aTopicWithAnotherShapeIsEmpty() {
    Log transfer = TokenVectors.log(C, "Transfer");
    List<Hash32> indexedAmount = List.of(transfer.topics().get(0), MEMO, MEMO, MEMO);
    assertThat(Tip20Event.decode(TokenVectors.log(C, indexedAmount, Bytes.EMPTY))).isEmpty();
    Bytes cut = transfer.data().slice(0, 31);
    assertThat(Tip20Event.decode(TokenVectors.log(C, transfer.topics(), cut))).isEmpty();
  }

  @Test
  void aBooleanOrPolicyOutOfRangeIsEmpty() {
    Log pause = TokenVectors.log(C, "PauseStateUpdate");
    assertThat(Tip20Event.decode(TokenVectors.log(C, pause.topics(), MEMO.bytes()))).isEmpty();
    List<Hash32> hugePolicy =
        List.of(TokenVectors.log(C, "TransferPolicyUpdate").topics().get(0), MEMO, MEMO);
    assertThat(Tip20Event.decode(TokenVectors.log(C, hugePolicy, Bytes.EMPTY))).isEmpty();
  }

  @Test
  void readsWhatTheFactoryMadeAndBelievesTheFactoryAlone() {
    TokenSpec spec = new TokenSpec(LONG_NAME, "T", "USD", A, B, MEMO);
    assertThat(Tip20Factory.decode(TokenVectors.log(Tip20Factory.ADDRESS, "TokenCreated")))
        .hasValue(new Tip20Factory.TokenCreated(C, spec));
    assertThat(Tip20Factory.decode(TokenVectors.log(A, "TokenCreated"))).isEmpty();
  }

  @Test
  void aStringThatPointsOutsideIsEmpty() {
    Log created = TokenVectors.log(Tip20Factory.ADDRESS, "TokenCreated");
    byte[] data = created.data().toArray();
    data[0] = 1;
    Log broken = TokenVectors.log(created.address(), created.topics(), Bytes.of(data));
    assertThat(Tip20Factory.decode(broken)).isEmpty();
  }

  private static void assertDecoded(String event, Tip20Event expected) {
    assertThat(Tip20Event.decode(TokenVectors.log(C, event))).as(event).hasValue(expected);
  }

  private static BigInteger units(long value) {
    return BigInteger.valueOf(value);
  }
}
