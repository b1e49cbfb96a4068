package org.sessionsettlement.tempo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sessionsettlement.tempo.token.TokenVectors.A;
import static org.sessionsettlement.tempo.token.TokenVectors.B;
import static org.sessionsettlement.tempo.token.TokenVectors.LONG_NAME;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;

class PermitTest {
  private static final Secp256k1Account OWNER =
      Secp256k1Account.fromPrivateKey(
          "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
  private static final PermitDomain DOMAIN = new PermitDomain(LONG_NAME, 4217, A);
  private static final Permit PERMIT = permit(3);

  @Test
  void hashesAsViemDoes() {
    JsonValue expected = TokenVectors.permit();
    assertThat(PERMIT.typedData().domainSeparator()).isEqualTo(expected.get("separator").hash());
    assertThat(PERMIT.typedData().structHash()).isEqualTo(expected.get("structHash").hash());
    assertThat(PERMIT.typedData().hash()).isEqualTo(expected.get("digest").hash());
  }

  @Test
  void signsAndWritesTheCallAsViemDoes() {
    Secp256k1Signature signature = PERMIT.sign(OWNER);
    assertThat(PERMIT.call(signature).input()).isEqualTo(TokenVectors.permit().get("data").bytes());
  }

  @Test
  void refusesASignatureOverAnotherPermit() {
    Secp256k1Signature stale = permit(2).sign(OWNER);
    assertThatIllegalArgumentException().isThrownBy(() -> PERMIT.call(stale));
  }

  private static Permit permit(long nonce) {
    return new Permit(
        DOMAIN,
        OWNER.address(),
        B,
        BigInteger.valueOf(1_000_000),
        BigInteger.valueOf(nonce),
        BigInteger.valueOf(1_800_000_000));
  }
}
