package org.sessionsettlement.tempo.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.signature.KeyType;
import org.sessionsettlement.tempo.testing.DevAccounts;

class TempoTransactionTest {
  private static final Address TOKEN = Address.parse("0x20c0000000000000000000000000000000000001");
  private static final Call CALL = Call.to(TOKEN, Bytes.fromHex("0x01"));
  private static final Call CREATE = Call.create(Bytes.fromHex("0x60006000f3"));
  private static final Secp256k1Account ACCOUNT = DevAccounts.get(0);
  private static final Secp256k1Account OTHER = DevAccounts.get(1);
  private static final BigInteger TWO_TO_128 = BigInteger.ONE.shiftLeft(128);

  @Test
  void takesWhatTheChainTakes() {
    assertThat(good().build().calls()).containsExactly(CALL);
    assertThat(good().calls(Collections.nCopies(31, CALL)).build().calls()).hasSize(32);
    assertThat(good().gasLimit(30_000_000).build().gasLimit()).isEqualTo(30_000_000);
    assertThat(good().validAfter(10).validBefore(11).build().validBefore()).hasValue(11);
    assertThat(good().expiringNonce(100).build().isExpiring()).isTrue();
  }

  @Test
  void createsFirstAndNowhereElse() {
    assertThat(blank().call(CREATE).call(CALL).build().calls()).hasSize(2);
    refused(good().call(CREATE), TransactionFault.CREATE_NOT_FIRST);
  }

  @Test
  void refusesCallsThatTheChainRefuses() {
    refused(blank(), TransactionFault.NO_CALLS);
    refused(good().calls(Collections.nCopies(32, CALL)), TransactionFault.TOO_MANY_CALLS);
    refused(
        blank().call(new Call(Optional.of(TOKEN), BigInteger.ONE, Bytes.EMPTY)),
        TransactionFault.NATIVE_VALUE);
    refused(
        blank().call(Call.to(TOKEN, Bytes.of(new byte[128 * 1024 + 1]))),
        TransactionFault.INPUT_TOO_LARGE);
  }

  @Test
  void refusesFeesAndGasOutOfRange() {
    refused(good().chainId(0), TransactionFault.CHAIN_ID_OUT_OF_RANGE);
    refused(good().gasLimit(30_000_001), TransactionFault.GAS_OUT_OF_RANGE);
    refused(good().gasLimit(20_999), TransactionFault.GAS_OUT_OF_RANGE);
    refused(good().maxFeePerGas(TWO_TO_128), TransactionFault.FEE_OUT_OF_RANGE);
    refused(good().maxFeePerGas(BigInteger.ONE.negate()), TransactionFault.FEE_OUT_OF_RANGE);
    refused(
        good().maxFeePerGas(BigInteger.ONE).maxPriorityFeePerGas(BigInteger.TWO),
        TransactionFault.TIP_ABOVE_MAX_FEE);
  }

  @Test
  void refusesNoncesThatTheChainRefuses() {
    refused(good().nonce(-1), TransactionFault.NONCE_OUT_OF_RANGE);
    refused(good().nonceKey(BigInteger.ONE.shiftLeft(256)), TransactionFault.NONCE_OUT_OF_RANGE);
    refused(
        good().nonceKey(TempoTransaction.EXPIRING_NONCE_KEY),
        TransactionFault.EXPIRING_WITHOUT_VALID_BEFORE);
    refused(good().expiringNonce(100).nonce(1), TransactionFault.EXPIRING_NONCE_NOT_ZERO);
  }

  @Test
  void refusesAnEmptyValidity() {
    refused(good().validAfter(10).validBefore(10), TransactionFault.VALIDITY_EMPTY);
    refused(good().validAfter(11).validBefore(10), TransactionFault.VALIDITY_EMPTY);
    refused(good().validBefore(0), TransactionFault.VALIDITY_OUT_OF_RANGE);
    refused(good().validAfter(-1), TransactionFault.VALIDITY_OUT_OF_RANGE);
  }

  @Test
  void knowsWhatThePoolRefusesByTheClock() {
    long now = 1_000;
    assertThat(good().validBefore(1_003).build().faultAt(now))
        .hasValue(TransactionFault.ALREADY_EXPIRED);
    assertThat(good().validBefore(1_004).build().faultAt(now)).isEmpty();
    assertThat(good().validAfter(1_121).build().faultAt(now))
        .hasValue(TransactionFault.VALID_TOO_LATE);
    assertThat(good().validAfter(1_120).build().faultAt(now)).isEmpty();
    assertThat(good().expiringNonce(1_031).build().faultAt(now))
        .hasValue(TransactionFault.EXPIRES_TOO_LATE);
    assertThat(good().expiringNonce(1_030).build().faultAt(now)).isEmpty();
    assertThat(good().validBefore(9_999).build().faultAt(now)).isEmpty();
  }

  @Test
  void refusesToCreateWithAnAuthorizationList() {
    List<SignedAuthorization> authorizations =
        List.of(new Authorization(0, TOKEN, 0).sign(ACCOUNT));
    assertThat(good().authorizations(authorizations).build().authorizations()).hasSize(1);
    refused(
        blank().call(CREATE).authorizations(authorizations),
        TransactionFault.CREATE_WITH_AUTHORIZATIONS);
  }

  @Test
  void leavesTheTokenToWhoeverIsAskedToPay() {
    refused(good().sponsored(), TransactionFault.TOKEN_OF_FEE_PAYER);
  }

  @Test
  void isSponsoredOnlyWhereItsSenderAskedAndNotByItself() {
    SignedTransaction unasked = good().build().sign(ACCOUNT);
    refused(() -> unasked.sponsoredBy(OTHER, TOKEN), TransactionFault.SPONSORSHIP_NOT_ASKED);
    SignedTransaction asked = withoutToken().sponsored().build().sign(ACCOUNT);
    refused(() -> asked.sponsoredBy(ACCOUNT, TOKEN), TransactionFault.SPONSORED_BY_SENDER);
    SignedTransaction paid = asked.sponsoredBy(OTHER, TOKEN);
    refused(() -> paid.sponsoredBy(OTHER, TOKEN), TransactionFault.SPONSORSHIP_NOT_ASKED);
    assertThat(paid.feePayer()).contains(OTHER.address());
    assertThat(paid.sender()).isEqualTo(ACCOUNT.address());
    assertThat(paid.signature()).isEqualTo(asked.signature());
  }

  @Test
  void letsAnAccessKeySignOnlyForItsSenderOnItsChain() {
    KeyAuthorization here = KeyAuthorization.of(31_337, OTHER).build();
    assertThat(good().keyAuthorization(here.sign(ACCOUNT)).build().sign(ACCOUNT).sender())
        .isEqualTo(ACCOUNT.address());
    refused(
        () -> good().keyAuthorization(here.sign(OTHER)).build().sign(ACCOUNT),
        TransactionFault.KEY_NOT_BY_SENDER);
    KeyAuthorization elsewhere = KeyAuthorization.of(4_217, OTHER).build();
    refused(
        () -> good().keyAuthorization(elsewhere.sign(ACCOUNT)).build().sign(ACCOUNT),
        TransactionFault.KEY_OF_OTHER_CHAIN);
  }

  @Test
  void refusesLimitsAndSelectorsThatAreNone() {
    refused(
        () -> new TokenLimit(TOKEN, BigInteger.ONE.negate(), 0),
        TransactionFault.LIMIT_OUT_OF_RANGE);
    refused(
        () -> new TokenLimit(TOKEN, BigInteger.ONE.shiftLeft(256), 0),
        TransactionFault.LIMIT_OUT_OF_RANGE);
    refused(() -> new TokenLimit(TOKEN, BigInteger.ONE, -1), TransactionFault.LIMIT_OUT_OF_RANGE);
    refused(
        () -> new CallScope.Function(Bytes.fromHex("0x010203"), List.of()),
        TransactionFault.SELECTOR_SIZE);
  }

  @Test
  void ethereumsTypesAreHeldToTheSameRules() {
    Call paying = new Call(Optional.of(TOKEN), BigInteger.ONE, Bytes.EMPTY);
    refused(
        () -> new LegacyTransaction(OptionalLong.empty(), 0, BigInteger.TEN, 21_000, paying),
        TransactionFault.NATIVE_VALUE);
    refused(
        () -> new LegacyTransaction(OptionalLong.of(0), 0, BigInteger.TEN, 21_000, CALL),
        TransactionFault.CHAIN_ID_OUT_OF_RANGE);
    refused(
        () -> new AccessListTransaction(1, -1, BigInteger.TEN, 21_000, CALL, List.of()),
        TransactionFault.NONCE_OUT_OF_RANGE);
    refused(
        () ->
            new DynamicFeeTransaction(
                1, 0, BigInteger.TEN, BigInteger.ONE, 21_000, CALL, List.of()),
        TransactionFault.TIP_ABOVE_MAX_FEE);
  }

  @Test
  void ethereumsTypesTakeNoOtherKeysThanTheirs() {
    var transaction = new AccessListTransaction(1, 0, BigInteger.TEN, 21_000, CALL, List.of());
    TestKey passkey = new TestKey(KeyType.WEBAUTHN, Bytes.fromHex("11".repeat(32)));
    refused(
        () -> transaction.encode(passkey.account().sign(transaction.signingPayload())),
        TransactionFault.KEY_TYPE_OF_SENDER);
  }

  private static TempoTransaction.Builder blank() {
    return TempoTransaction.builder()
        .chainId(31337)
        .maxFeePerGas(BigInteger.TEN)
        .gasLimit(100_000)
        .feeToken(TOKEN);
  }

  private static TempoTransaction.Builder withoutToken() {
    return TempoTransaction.builder()
        .chainId(31337)
        .maxFeePerGas(BigInteger.TEN)
        .gasLimit(100_000)
        .call(CALL);
  }

  private static TempoTransaction.Builder good() {
    return blank().call(CALL);
  }

  private static void refused(TempoTransaction.Builder builder, TransactionFault fault) {
    refused(builder::build, fault);
  }

  private static void refused(ThrowingCallable making, TransactionFault fault) {
    assertThatExceptionOfType(InvalidTransactionException.class)
        .isThrownBy(making)
        .satisfies(e -> assertThat(e.fault()).isEqualTo(fault))
        .withMessageContaining(fault.rule());
  }
}
