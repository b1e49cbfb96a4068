package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Bytes;

class FollowingTest {
  private static final long END = 1_000;
  private static final StoredTransaction TRANSACTION =
      new StoredTransaction(OracleFixture.hash(1), Bytes.fromHex("0x76"), END);
  private static final Mined MINED = new Mined(TRANSACTION.hash(), 7, 990);

  @Test
  void isConfirmedByAReceiptInATrustedBlock() {
    assertThat(follow(7, 995, Optional.of(new ReceiptSeen(true, MINED))))
        .isEqualTo(new Following.End(new Stage.Confirmed(Optional.of(MINED))));
  }

  @Test
  void waitsForABlockThatIsNotTrustedYet() {
    assertThat(follow(6, 2_000, Optional.of(new ReceiptSeen(true, MINED))))
        .isEqualTo(new Following.AwaitTrust());
  }

  @Test
  void asksTheChainWhyItReverted() {
    assertThat(follow(7, 995, Optional.of(new ReceiptSeen(false, MINED))))
        .isEqualTo(new Following.AskChain());
  }

  @Test
  void isOpenWhileATrustedBlockCouldStillHoldIt() {
    assertThat(follow(7, END - 1, Optional.empty())).isEqualTo(new Following.StillOpen());
  }

  @Test
  void hasExpiredOnceATrustedBlockIsPastItsEnd() {
    assertThat(follow(7, END, Optional.empty())).isEqualTo(new Following.End(new Stage.Expired()));
  }

  @Test
  void doesNotExpireByTheTimeOfABlockThatIsNotTrusted() {
    var time = new ChainTime(7, END - 1, END + 50);
    assertThat(Following.of(TRANSACTION, time, Optional.empty()))
        .isEqualTo(new Following.StillOpen());
  }

  private static Following follow(long block, long seconds, Optional<ReceiptSeen> receipt) {
    return Following.of(TRANSACTION, new ChainTime(block, seconds, seconds), receipt);
  }
}
