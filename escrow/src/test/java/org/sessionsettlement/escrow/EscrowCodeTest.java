package org.sessionsettlement.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;

class EscrowCodeTest {
  private static final Address TOKEN = Address.parse("0x20c0000000000000000000000000000000000001");

  @Test
  void readsTheTokenOutOfAnEscrowsCode() {
    assertThat(EscrowCode.paymentToken(EscrowCode.of(TOKEN))).hasValue(TOKEN);
  }

  @Test
  void takesNoOtherCodeForAnEscrow() {
    byte[] code = EscrowCode.of(TOKEN).toArray();
    code[code.length / 2] ^= 1;

    assertThat(EscrowCode.paymentToken(Bytes.of(code))).isEmpty();
    assertThat(EscrowCode.paymentToken(Bytes.EMPTY)).isEmpty();
    assertThat(EscrowCode.paymentToken(EscrowCode.of(TOKEN).slice(1, code.length))).isEmpty();
  }

  @Test
  void takesNoCodeThatNamesTwoTokens() {
    byte[] code = EscrowCode.of(TOKEN).toArray();
    byte[] other = EscrowCode.of(Address.ZERO).toArray();
    System.arraycopy(other, code.length / 2, code, code.length / 2, code.length - code.length / 2);

    assertThat(EscrowCode.paymentToken(Bytes.of(code))).isEmpty();
  }
}
