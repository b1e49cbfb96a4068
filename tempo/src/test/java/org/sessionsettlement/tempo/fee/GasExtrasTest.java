package org.sessionsettlement.tempo.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.testing.DevAccounts;
import org.sessionsettlement.tempo.transaction.AccessListEntry;
import org.sessionsettlement.tempo.transaction.CallScope;
import org.sessionsettlement.tempo.transaction.KeyAuthorization;

class GasExtrasTest {
  private static final GasExtras NONE = GasExtras.ownNonce(1);

  @Test
  void noncesCostWhatTheyWrite() {
    assertThat(NONE.gas()).isZero();
    assertThat(GasExtras.ownNonce(0).gas()).isEqualTo(250_000);
    assertThat(GasExtras.nonceKey(0).gas()).isEqualTo(250_000);
    assertThat(GasExtras.nonceKey(1).gas()).isEqualTo(5_000);
    assertThat(GasExtras.expiringNonce().gas()).isEqualTo(13_000);
  }

  @Test
  void signaturesCostTheirVerificationAndTheirBytes() {
    assertThat(NONE.andP256().gas()).isEqualTo(5_000);
    assertThat(NONE.andWebAuthn(Bytes.fromHex("0x000102")).gas()).isEqualTo(5_000 + 4 + 2 * 16);
  }

  @Test
  void accessListsCostByEntryAndSlot() {
    AccessListEntry entry = new AccessListEntry(Address.ZERO, List.of(Hash32.ZERO, Hash32.ZERO));
    assertThat(NONE.andAccessList(List.of(entry, entry)).gas()).isEqualTo(2 * 2_400 + 4 * 1_900);
  }

  /**
   * Used above a plain signature by 1 and 3 transfers, by src/test/node/gas-of-keys.mjs on Anvil.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 5300", "3, 5900", // no limits
    "1, 7987", "3, 13961", // a limit
    "1, 13700", "3, 15100", // a scope
    "1, 15800", "3, 17400", // a scope with a recipient
    "1, 16387", "3, 23161" // a limit and a scope
  })
  void coversWhatAccessKeysUsed(int calls, long used) {
    assertThat(NONE.andAccessKey(calls).gas()).isBetween(used, used + 21_000);
  }

  /** Used above the key's next transaction, on Anvil T3 and T4 by the same script. */
  @ParameterizedTest
  @CsvSource({
    "0, false, 0, 0, 0, 0, 255100, 260100",
    "1, false, 0, 0, 0, 0, 755100, 760100",
    "0, true, 1, 1, 0, 0, 1997100, 2018100",
    "0, true, 1, 1, 1, 1, 2745100, 2769100",
    "1, true, 1, 1, 0, 0, 2497100, 2518100"
  })
  void coversWhatKeyAuthorizationsUsed(
      int limits,
      boolean scoped,
      int targets,
      int selectors,
      int bound,
      int recipients,
      long usedByT3,
      long usedByT4) {
    KeyAuthorizationSize size =
        new KeyAuthorizationSize(limits, scoped, targets, selectors, bound, recipients);
    assertThat(NONE.andKeyAuthorization(size).gas())
        .isGreaterThan(usedByT3)
        .isBetween(usedByT4, usedByT4 + 15_000);
  }

  @Test
  void countsWhatAKeyAuthorizationHolds() {
    Address token = Address.parse("0x20c0000000000000000000000000000000000001");
    Bytes selector = Bytes.fromHex("0xa9059cbb");
    KeyAuthorization.Builder key = KeyAuthorization.of(31_337, DevAccounts.get(0));
    assertThat(KeyAuthorizationSize.of(key.build())).isEqualTo(KeyAuthorizationSize.unscoped(0));
    key.maySpend(token, BigInteger.ONE)
        .mayCall(CallScope.all(Address.ZERO))
        .mayCall(
            new CallScope(
                token,
                List.of(
                    new CallScope.Function(selector, List.of(token, Address.ZERO)),
                    new CallScope.Function(selector, List.of()))));
    assertThat(KeyAuthorizationSize.of(key.build()))
        .isEqualTo(new KeyAuthorizationSize(1, true, 2, 2, 1, 2));
  }

  @Test
  void theLimitLeavesAQuarterButNeverAsksForMoreThanTheChainGives() {
    assertThat(new GasEstimate(100_000).limit()).isEqualTo(125_000);
    assertThat(new GasEstimate(29_000_000).limit()).isEqualTo(30_000_000);
    assertThat(new GasEstimate(31_000_000).limit()).isEqualTo(31_000_000);
  }
}
