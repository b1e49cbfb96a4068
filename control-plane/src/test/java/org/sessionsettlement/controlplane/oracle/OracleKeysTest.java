package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.account.Secp256k1Account;

class OracleKeysTest {
  private static final Address ESCROW = FakeBookings.ESCROW;
  private static final Address OTHER_ESCROW = Address.parse("0x" + "22".repeat(20));
  private static final Account CURRENT = account(1);
  private static final Account NEXT = account(2);
  private static final Account KEEPER = account(3);
  private static final Account STRANGER = account(4);

  private final Map<Address, Account> onChain = new HashMap<>(Map.of(ESCROW, CURRENT));
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  private final OracleKeys keys = keys(List.of(CURRENT, NEXT), Optional.of(KEEPER));

  @Test
  void signsWithTheKeyThatIsTheEscrowsOracle() {
    onChain.put(OTHER_ESCROW, NEXT);
    assertThat(keys.of(attest(ESCROW))).isSameAs(CURRENT);
    assertThat(keys.of(attest(OTHER_ESCROW))).isSameAs(NEXT);
    assertThat(keys.of(new Intent.Finalize(new BookingKey(ESCROW, 1)))).isSameAs(KEEPER);
    assertThat(keys.of(new Intent.FinalizeDispute(new BookingKey(ESCROW, 1)))).isSameAs(KEEPER);
  }

  @Test
  void followsAChangeOfOracleOnceItsAnswerIsOld() {
    assertThat(keys.of(attest(ESCROW))).isSameAs(CURRENT);
    onChain.put(ESCROW, NEXT);
    nanos.addAndGet(OracleKeys.BELIEVED_FOR.toNanos() - 1);
    assertThat(keys.of(attest(ESCROW))).isSameAs(CURRENT);
    assertThat(asked).hasValue(1);
    nanos.incrementAndGet();
    assertThat(keys.of(attest(ESCROW))).isSameAs(NEXT);
    assertThat(asked).hasValue(2);
  }

  @Test
  void asksAtOnceWhereTheContractSaidNotOracle() {
    assertThat(keys.of(attest(ESCROW))).isSameAs(CURRENT);
    onChain.put(ESCROW, NEXT);
    keys.forget(ESCROW);
    assertThat(keys.of(attest(ESCROW))).isSameAs(NEXT);
  }

  @Test
  void leavesItToTheContractToRefuseAKeyThatDoesNotFit() {
    onChain.put(ESCROW, STRANGER);
    assertThat(keys.of(attest(ESCROW))).isSameAs(CURRENT);
    assertThat(keys.fitted(ESCROW)).isFalse();
    onChain.put(ESCROW, NEXT);
    keys.look(ESCROW);
    assertThat(keys.fitted(ESCROW)).isTrue();
  }

  @Test
  void doesNotKnowWhetherItFitsBeforeItHasAsked() {
    assertThat(keys.fitted(ESCROW)).isFalse();
    assertThat(asked).hasValue(0);
  }

  @Test
  void hasNothingToSignWithWhereThisNodeIsNoKeeper() {
    var oracleAlone = keys(List.of(CURRENT), Optional.empty());
    assertThatThrownBy(() -> oracleAlone.of(new Intent.Finalize(new BookingKey(ESCROW, 1))))
        .isInstanceOf(NoSuchElementException.class);
  }

  private OracleKeys keys(List<Account> oracles, Optional<Account> keeper) {
    return new OracleKeys(
        oracles,
        keeper,
        escrow -> {
          asked.incrementAndGet();
          return Optional.ofNullable(onChain.get(escrow)).orElseThrow().address();
        },
        nanos::get);
  }

  private static Intent attest(Address escrow) {
    return new Intent.Attest(
        new BookingKey(escrow, 1), Outcome.COMPLETED, OracleFixture.hash(1), 100);
  }

  private static Account account(int number) {
    return Secp256k1Account.fromPrivateKey("0x" + "0".repeat(63) + number);
  }
}
