package org.sessionsettlement.tempo.nonce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sessionsettlement.tempo.token.TokenVectors.A;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.token.TokenVectors;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

class NonceManagerTest {
  @Test
  void readsWhatItTellsAndBelievesItAlone() {
    assertThat(NonceManager.decode(TokenVectors.log(NonceManager.ADDRESS, "NonceIncremented")))
        .hasValue(new NonceManager.NonceIncremented(A, BigInteger.valueOf(20), 21));
    assertThat(NonceManager.decode(TokenVectors.log(A, "NonceIncremented"))).isEmpty();
  }

  @Test
  void refusesKeysThatItDoesNotCount() {
    assertThatIllegalArgumentException().isThrownBy(() -> NonceManager.nonce(A, BigInteger.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NonceManager.nonce(A, TempoTransaction.EXPIRING_NONCE_KEY));
  }
}
