package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.escrow.EscrowCode;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

class EscrowCheckTest {
  private static final long PUBLIC = 4_217;
  private static final long LOCAL = 31_337;
  private static final String KEY_SETTING = "SETTLE_SERVICE_ORACLE_KEYSTORE_FILE";
  private static final Address CURRENT = address(1);
  private static final Address NEXT = address(2);
  private static final Address OWNER = address(3);
  private static final Bytes OURS = EscrowCode.of(address(9));
  private static final Bytes FOREIGN = Bytes.fromHex("0x6001");

  @Test
  void takesAnEscrowWhoseOracleIsOneOfTheKeys() {
    var check = attesting(PUBLIC);
    assertThat(check.aboutRoles(new EscrowCheck.Roles(CURRENT, OWNER))).isEmpty();
    assertThat(check.aboutRoles(new EscrowCheck.Roles(NEXT, OWNER))).isEmpty();
  }

  @Test
  void namesTheKeyThatIsNotTheEscrowsOracle() {
    assertThat(complaint(attesting(LOCAL).aboutRoles(new EscrowCheck.Roles(OWNER, OWNER))))
        .isEqualTo(
            KEY_SETTING
                + " is the key of "
                + CURRENT
                + ", but the oracle of the escrow "
                + address(7)
                + " is "
                + OWNER);
  }

  @Test
  void refusesTheOwnersKeyOnAPublicChainEvenAsTheNextOne() {
    var check = attesting(PUBLIC);
    assertThat(complaint(check.aboutRoles(new EscrowCheck.Roles(CURRENT, CURRENT))))
        .startsWith(KEY_SETTING + " is the key of the escrow's owner");
    assertThat(complaint(check.aboutRoles(new EscrowCheck.Roles(CURRENT, NEXT))))
        .startsWith(KEY_SETTING + " is the key of the escrow's owner");
  }

  @Test
  void letsADeveloperBeOwnerAndOracle() {
    for (long chain : new long[] {31_337, 1_337}) {
      assertThat(attesting(chain).aboutRoles(new EscrowCheck.Roles(CURRENT, CURRENT))).isEmpty();
    }
  }

  @Test
  void wantsOurCodeOnAPublicChainWhateverItsToken() {
    var check = attesting(PUBLIC);
    assertThat(check.aboutCode(OURS)).isEmpty();
    assertThat(check.aboutCode(EscrowCode.of(address(8)))).isEmpty();
    assertThat(complaint(check.aboutCode(FOREIGN)))
        .startsWith("SETTLE_SERVICE_ESCROW is a contract with other code")
        .contains("SETTLE_SERVICE_ESCROW_CODE_HASH");
    assertThat(complaint(check.aboutCode(Bytes.of(new byte[0]))))
        .isEqualTo("SETTLE_SERVICE_ESCROW is no contract on chain 4217");
  }

  @Test
  void wantsThereToBeCodeOnALocalChainWhereItAttests() {
    assertThat(attesting(LOCAL).aboutCode(FOREIGN)).isEmpty();
    assertThat(complaint(attesting(LOCAL).aboutCode(Bytes.of(new byte[0]))))
        .isEqualTo("SETTLE_SERVICE_ESCROW is no contract on chain 31337");
    assertThat(check(LOCAL, Optional.empty(), List.of()).aboutCode(Bytes.of(new byte[0])))
        .isEmpty();
  }

  @Test
  void holdsTheCodeAgainstTheHashWhereOneIsDemanded() {
    var check = check(LOCAL, Optional.of(Keccak256.hash(FOREIGN)), List.of());
    assertThat(check.aboutCode(FOREIGN)).isEmpty();
    assertThat(complaint(check.aboutCode(OURS)))
        .isEqualTo(
            "SETTLE_SERVICE_ESCROW_CODE_HASH is "
                + Keccak256.hash(FOREIGN)
                + ", but the escrow's code has the hash "
                + Keccak256.hash(OURS));
    assertThat(complaint(check.aboutCode(Bytes.of(new byte[0]))))
        .startsWith("SETTLE_SERVICE_ESCROW_CODE_HASH");
  }

  private static EscrowCheck attesting(long chainId) {
    return check(chainId, Optional.empty(), List.of(CURRENT, NEXT));
  }

  private static EscrowCheck check(long chainId, Optional<Hash32> hash, List<Address> oracles) {
    var chain =
        new ServiceConfig.Chain(
            URI.create("http://127.0.0.1:1"),
            chainId,
            address(7),
            0,
            address(9),
            ServiceConfig.TrustedBlock.FINALIZED);
    return new EscrowCheck(
        chain, chain.escrow(), "SETTLE_SERVICE_ESCROW", hash, oracles, KEY_SETTING);
  }

  private static String complaint(Optional<WrongSetting> wrong) {
    return wrong.map(Throwable::getMessage).orElse("nothing is wrong");
  }

  private static Address address(int digit) {
    return Address.parse("0x" + String.valueOf(digit).repeat(40));
  }
}
