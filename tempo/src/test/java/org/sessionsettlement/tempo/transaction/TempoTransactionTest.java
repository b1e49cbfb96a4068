package org.sessionsettlement.tempo.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;

class TempoTransactionTest {
  private static final Address TOKEN = Address.parse("0x20c0000000000000000000000000000000000001");
  private static final Call CALL = Call.to(TOKEN, Bytes.fromHex("0x01"));
  private static final Call CREATE = Call.create(Bytes.fromHex("0x60006000f3"));
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

  private static TempoTransaction.Builder blank() {
    return TempoTransaction.builder()
        .chainId(31337)
        .maxFeePerGas(BigInteger.TEN)
        .gasLimit(100_000)
        .feeToken(TOKEN);
  }

  private static TempoTransaction.Builder good() {
    return blank().call(CALL);
  }

  private static void refused(TempoTransaction.Builder builder, TransactionFault fault) {
    assertThatExceptionOfType(InvalidTransactionException.class)
        .isThrownBy(builder::build)
        .satisfies(e -> assertThat(e.fault()).isEqualTo(fault))
        .withMessageContaining(fault.rule());
  }
}
