package org.sessionsettlement.tempo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.transaction.TempoTransaction;
import org.sessionsettlement.tempo.transaction.TransactionVectors;

class Tip20Test {
  private static final Address TOKEN = Address.parse("0x20c0000000000000000000000000000000000001");
  private static final Address OTHER = Address.parse("0x1111111111111111111111111111111111111111");
  private static final Tip20 TIP20 = new Tip20(TOKEN);

  /** The calls of vector 03-batch are an approval, a transfer and one with a memo. */
  @Test
  void writesTheCallsOfTheSharedBatch() {
    TempoTransaction batch = TransactionVectors.named("03-batch").transaction();
    Address spender = Address.parse("0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc");
    assertThat(batch.calls())
        .containsExactly(
            TIP20.approve(spender, BigInteger.valueOf(5_000_000)),
            TIP20.transfer(OTHER, BigInteger.valueOf(2_000_000)),
            TIP20.transferWithMemo(
                OTHER,
                BigInteger.valueOf(3_000_000),
                Hash32.of(AbiWords.uint(BigInteger.valueOf(42)))));
  }

  @Test
  void readsKnowTheirSelectors() {
    assertThat(TIP20.balanceOf(OTHER).data().toString()).startsWith("0x70a08231");
    assertThat(TIP20.allowance(OTHER, TOKEN).data().toString()).startsWith("0xdd62ed3e");
    assertThat(TIP20.totalSupply().data()).hasToString("0x18160ddd");
    assertThat(TIP20.decimals().data()).hasToString("0x313ce567");
    assertThat(TIP20.transferFrom(OTHER, TOKEN, BigInteger.ONE).input().toString())
        .startsWith("0x23b872dd");
  }

  @Test
  void readsUnderstandAnswers() {
    Bytes five = Bytes.of(AbiWords.uint(BigInteger.valueOf(5)));
    assertThat(TIP20.balanceOf(OTHER).decode().apply(five)).isEqualTo("5");
    assertThat(TIP20.decimals().decode().apply(five)).isEqualTo(5);
  }

  @Test
  void refusesAmountsThatAreNoUint() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TIP20.transfer(OTHER, BigInteger.ONE.negate()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TIP20.transfer(OTHER, BigInteger.ONE.shiftLeft(256)));
  }
}
