package org.sessionsettlement.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;

class EscrowDeploymentTest {
  private static final Address TOKEN = Address.parse("0x20c0000000000000000000000000000000000001");
  private static final Address ORACLE = Address.parse("0x1111111111111111111111111111111111111111");
  private static final long DAY_SECONDS = 86_400;

  @Test
  void theCreationIsTheCodeAndItsArguments() {
    Call creation = EscrowDeployment.creation(settings(2_000, 10_000, 30, 30, 180));
    int codeSize = EscrowArtifacts.creationCode().size();
    assertThat(creation.isCreate()).isTrue();
    assertThat(creation.input().slice(0, codeSize)).isEqualTo(EscrowArtifacts.creationCode());
    assertThat(creation.input().size()).isEqualTo(codeSize + 9 * 32);
  }

  @Test
  void refusesMoneySettingsThatTheConstructorRefuses() {
    refused(settings(2_001, 0, 0, 0, 0), EscrowRevert.FEE_TOO_HIGH);
    refused(settings(-1, 0, 0, 0, 0), EscrowRevert.FEE_TOO_HIGH);
    refused(settings(0, 10_001, 0, 0, 0), EscrowRevert.PENALTY_TOO_HIGH);
    refused(roles(TOKEN, ORACLE, ORACLE, BigInteger.ZERO), EscrowRevert.ZERO_BOND);
  }

  @Test
  void refusesTimesThatTheConstructorRefuses() {
    refused(settings(0, 0, 31, 0, 0), EscrowRevert.WINDOW_TOO_LARGE);
    refused(settings(0, 0, 0, 31, 0), EscrowRevert.BUFFER_TOO_LARGE);
    refused(settings(0, 0, 0, 0, 181), EscrowRevert.TIMEOUT_TOO_LARGE);
  }

  @Test
  void refusesRolesThatTheConstructorRefuses() {
    BigInteger bond = BigInteger.ONE;
    refused(roles(Address.ZERO, ORACLE, ORACLE, bond), EscrowRevert.BAD_TOKEN);
    refused(roles(TOKEN, Address.ZERO, ORACLE, bond), EscrowRevert.BAD_ADDR);
    refused(roles(TOKEN, ORACLE, Address.ZERO, bond), EscrowRevert.BAD_ADDR);
  }

  @Test
  void knowsTheContractsReasonsAndNoOthers() {
    assertThat(EscrowRevert.of("NOT_BOOKED")).hasValue(EscrowRevert.NOT_BOOKED);
    assertThat(EscrowRevert.of("InsufficientAllowance")).isEmpty();
  }

  @Test
  void outcomesHaveTheContractsNumbers() {
    assertThat(EscrowOutcome.values())
        .extracting(EscrowOutcome::code)
        .containsExactly(0, 1, 2, 3, 4, 5);
    for (org.sessionsettlement.rules.Outcome outcome :
        org.sessionsettlement.rules.Outcome.values()) {
      assertThat(EscrowOutcome.of(outcome).code()).isEqualTo(outcome.code());
      assertThat(EscrowOutcome.of(outcome).contractName()).isEqualTo(outcome.contractName());
    }
  }

  private static EscrowSettings settings(
      int feeBps, int penaltyBps, long windowDays, long bufferDays, long timeoutDays) {
    return new EscrowSettings(
        TOKEN,
        ORACLE,
        ORACLE,
        feeBps,
        windowDays * DAY_SECONDS,
        BigInteger.ONE,
        penaltyBps,
        bufferDays * DAY_SECONDS,
        timeoutDays * DAY_SECONDS);
  }

  private static EscrowSettings roles(
      Address token, Address oracle, Address treasury, BigInteger bond) {
    return new EscrowSettings(token, oracle, treasury, 0, 0, bond, 0, 0, 0);
  }

  private static void refused(EscrowSettings settings, EscrowRevert reason) {
    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(() -> EscrowDeployment.creation(settings))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(reason));
  }
}
