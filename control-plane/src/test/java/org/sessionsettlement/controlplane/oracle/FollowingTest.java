package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.tempo.Bytes;

class FollowingTest {
  private static final long END = 1_000;
  private static final StoredTransaction TRANSACTION =
      new StoredTransaction(OracleFixture.hash(1), Bytes.fromHex("0x76"), END);
  private static final Mined MINED = new Mined(TRANSACTION.hash(), 7, 990);
  private static final ReceiptSeen DID_IT =
      new ReceiptSeen(MINED, Set.of(new Intent.Finalize(FakeBookings.key(1))));
  private static final ReceiptSeen DID_NOTHING = new ReceiptSeen(MINED, Set.of());

  @Test
  void isSettledByAReceiptInATrustedBlock() {
    assertThat(follow(7, 995, Optional.of(DID_IT))).isEqualTo(new Following.Settled(DID_IT));
  }

  @Test
  void waitsForABlockThatIsNotTrustedYet() {
    assertThat(follow(6, 2_000, Optional.of(DID_IT))).isEqualTo(new Following.AwaitTrust());
  }

  @Test
  void isSettledByARevertInATrustedBlockToo() {
    assertThat(follow(7, 995, Optional.of(DID_NOTHING)))
        .isEqualTo(new Following.Settled(DID_NOTHING));
  }

  @Test
  void isOpenWhileATrustedBlockCouldStillHoldIt() {
    assertThat(follow(7, END - 1, Optional.empty())).isEqualTo(new Following.StillOpen());
  }

  @Test
  void hasExpiredOnceATrustedBlockIsPastItsEnd() {
    assertThat(follow(7, END, Optional.empty())).isEqualTo(new Following.Expired());
  }

  @Test
  void doesNotExpireByTheTimeOfABlockThatIsNotTrusted() {
    var time = new ChainTime(7, END - 1, END + 50, BigInteger.ONE);
    assertThat(Following.of(TRANSACTION, time, Optional.empty()))
        .isEqualTo(new Following.StillOpen());
  }

  private static Following follow(long block, long seconds, Optional<ReceiptSeen> receipt) {
    return Following.of(
        TRANSACTION, new ChainTime(block, seconds, seconds, BigInteger.ONE), receipt);
  }
}
