package org.sessionsettlement.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.cli.deploy.Oddity.Code;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.tempo.Address;

class OdditiesTest {
  private static final Address TOKEN = address(1);
  private static final Address OWNER = address(2);
  private static final Address ORACLE = address(3);
  private static final Address TREASURY = address(4);
  private static final Address ESCROW = address(5);
  private static final EscrowSettings SOUND = roles(ORACLE, TREASURY);

  @Test
  void findsNothingOddAboutASoundEscrow() {
    assertThat(codes(state(SOUND, Optional.of(TOKEN), Address.ZERO, 7, 7))).isEmpty();
    assertThat(codes(state(SOUND, Optional.of(TOKEN), Address.ZERO, 8, 7))).isEmpty();
  }

  @Test
  void namesRolesThatShouldBeApart() {
    assertThat(codes(roles(OWNER, TREASURY))).containsExactly(Code.ORACLE_IS_OWNER);
    assertThat(codes(roles(ORACLE, ORACLE))).containsExactly(Code.ORACLE_IS_TREASURY);
    assertThat(codes(roles(OWNER, OWNER)))
        .containsExactly(Code.ORACLE_IS_OWNER, Code.ORACLE_IS_TREASURY);
  }

  @Test
  void namesRolesThatCannotBePlayed() {
    assertThat(codes(roles(ESCROW, TREASURY))).containsExactly(Code.ORACLE_IS_ESCROW);
    assertThat(codes(roles(ORACLE, ESCROW))).containsExactly(Code.TREASURY_IS_ESCROW);
    assertThat(codes(roles(ORACLE, TOKEN))).containsExactly(Code.TREASURY_IS_TOKEN);
  }

  @Test
  void namesTimesThatTakeAPartysChanceAway() {
    assertThat(codes(times(0, 7_200, 1))).containsExactly(Code.NO_CHALLENGE_WINDOW);
    assertThat(codes(times(1, 7_199, 1))).containsExactly(Code.NO_ATTEST_BUFFER_SHORT);
    assertThat(codes(times(1, 7_200, 0))).containsExactly(Code.NO_DISPUTE_TIMEOUT);
    assertThat(codes(times(1, 7_200, 1))).isEmpty();
  }

  @Test
  void namesMissingMoneyAndAnOwnerInWaiting() {
    assertThat(codes(state(SOUND, Optional.of(TOKEN), Address.ZERO, 6, 7)))
        .containsExactly(Code.BALANCE_BELOW_HELD);
    assertThat(codes(state(SOUND, Optional.of(TOKEN), ORACLE, 7, 7)))
        .containsExactly(Code.PENDING_OWNER);
  }

  @Test
  void namesCodeThatIsNotOursOrNamesAnotherTokenThanItSays() {
    assertThat(codes(state(SOUND, Optional.empty(), Address.ZERO, 7, 7)))
        .containsExactly(Code.CODE_NOT_OURS);
    assertThat(codes(state(SOUND, Optional.of(OWNER), Address.ZERO, 7, 7)))
        .containsExactly(Code.CODE_NOT_OURS);
  }

  @Test
  void namesATokenThatIsNotTheRecordedOne() {
    EscrowState state = state(SOUND, Optional.of(TOKEN), Address.ZERO, 7, 7);
    assertThat(Oddities.of(state, Optional.of(OWNER)))
        .extracting(Oddity::code)
        .containsExactly(Code.TOKEN_NOT_AS_RECORDED);
    assertThat(Oddities.of(state, Optional.of(TOKEN))).isEmpty();
  }

  private static List<Code> codes(EscrowSettings settings) {
    return Oddities.of(settings, OWNER, ESCROW).stream().map(Oddity::code).toList();
  }

  private static List<Code> codes(EscrowState state) {
    return Oddities.of(state, Optional.empty()).stream().map(Oddity::code).toList();
  }

  private static EscrowState state(
      EscrowSettings settings, Optional<Address> code, Address pending, long balance, long held) {
    return new EscrowState(
        ESCROW,
        1,
        code,
        settings,
        OWNER,
        pending,
        BigInteger.valueOf(balance),
        BigInteger.valueOf(held),
        0,
        0,
        0);
  }

  private static EscrowSettings roles(Address oracle, Address treasury) {
    return new EscrowSettings(TOKEN, oracle, treasury, 500, 1, BigInteger.ONE, 0, 7_200, 1);
  }

  private static EscrowSettings times(long window, long buffer, long timeout) {
    return new EscrowSettings(
        TOKEN, ORACLE, TREASURY, 500, window, BigInteger.ONE, 0, buffer, timeout);
  }

  private static Address address(int last) {
    byte[] bytes = new byte[20];
    bytes[19] = (byte) last;
    return Address.of(bytes);
  }
}
