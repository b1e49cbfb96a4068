package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.app.ServiceConfig.Exposure;
import org.sessionsettlement.controlplane.oracle.FeeCaps;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/** Where the settings say that keys are, and what they say beside. */
class KeySettingsTest {
  private static final Address ADDRESS = Address.parse("0x" + "22".repeat(20));

  @TempDir private Path files;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void setWhatIsRequired() throws IOException {
    set("DATABASE_URL", "jdbc:postgresql://localhost/settlement");
    set("DATABASE_USER", "settlement");
    set("RPC_URL", "https://one.example.org/v1/key");
    set("CHAIN_ID", "4217");
    set("ESCROW", "0x" + "11".repeat(20));
    set("TOKEN_FILE", file("token", "t".repeat(32)));
    set("JWT_SECRET_FILE", file("jwt", "s".repeat(32)));
  }

  @Test
  void takesAKeystoreWithItsPassword() throws IOException {
    var keystore = keystore("ORACLE");
    var oracle = config().oracle();
    assertThat(oracle.oracleKeys()).containsExactly(keystore);
    assertThat(oracle.keeperKey()).contains(keystore);
  }

  @Test
  void takesARemoteSignerAndTheAddressOfItsKey() {
    signer("ORACLE");
    assertThat(config().oracle().oracleKeys())
        .containsExactly(
            new KeySource.RemoteSigner(
                "SETTLE_SERVICE_ORACLE_SIGNER_URL",
                URI.create("http://127.0.0.1:9000/path"),
                "SETTLE_SERVICE_ORACLE_ADDRESS",
                ADDRESS));
  }

  @Test
  void takesTheNextKeyBesideTheCurrentOneAndAnotherForTheKeeper() throws IOException {
    signer("ORACLE");
    var next = keystore("NEXT_ORACLE");
    var keeper = keystore("KEEPER");
    var oracle = config().oracle();
    assertThat(oracle.oracleKeys()).hasSize(2).last().isEqualTo(next);
    assertThat(oracle.keeperKey()).contains(keeper);
  }

  @Test
  void saysWhereAKeyMayBeWhereThereIsNone() {
    assertThat(complaint())
        .startsWith("SETTLE_SERVICE_ORACLE_KEYSTORE_FILE is missing")
        .contains("SETTLE_SERVICE_ORACLE_SIGNER_URL", "SETTLE_SERVICE_ORACLE_KEY_FILE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ORACLE", "NEXT_ORACLE", "KEEPER"})
  void refusesTwoFormsOfOneKey(String whose) throws IOException {
    keystore("ORACLE");
    keystore(whose);
    signer(whose);
    assertThat(complaint())
        .isEqualTo(
            "SETTLE_SERVICE_%1$s_SIGNER_URL says a second time where a key is,".formatted(whose)
                + " beside SETTLE_SERVICE_%1$s_KEYSTORE_FILE".formatted(whose));
  }

  @Test
  void refusesHalfAForm() throws IOException {
    set("ORACLE_KEYSTORE_FILE", file("half.json", "{}"));
    assertThat(complaint()).isEqualTo("SETTLE_SERVICE_ORACLE_KEYSTORE_PASSWORD_FILE is missing");
    environment.remove("SETTLE_SERVICE_ORACLE_KEYSTORE_FILE");
    set("ORACLE_SIGNER_URL", "http://127.0.0.1:9000");
    assertThat(complaint()).isEqualTo("SETTLE_SERVICE_ORACLE_ADDRESS is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "NEXT_ORACLE_ADDRESS, NEXT_ORACLE_SIGNER_URL",
    "KEEPER_KEYSTORE_PASSWORD_FILE, KEEPER_KEYSTORE_FILE"
  })
  void refusesWhatBelongsToNothing(String setting, String missing) throws IOException {
    keystore("ORACLE");
    set(setting, "whatever");
    assertThat(complaint())
        .isEqualTo("SETTLE_SERVICE_" + setting + " is of no use without SETTLE_SERVICE_" + missing);
  }

  @ParameterizedTest
  @CsvSource({
    "ORACLE_KEYSTORE_FILE, /nowhere",
    "ORACLE_KEYSTORE_PASSWORD_FILE, /nowhere",
    "KEEPER_KEYSTORE_FILE, /",
    "NEXT_ORACLE_SIGNER_URL, signer:9000",
    "NEXT_ORACLE_ADDRESS, 0x12",
    "ORACLE_FEE_CAP_UNITS, 0",
    "KEEPER_FEE_CAP_UNITS, 0.1",
    "RPC_WITNESS_URL, ws://two.example.org",
    "RPC_WITNESS_URL, https://one.example.org/v1/another-key",
    "ESCROW_CODE_HASH, 0x12",
    "HTTP, private"
  })
  void namesWhatIsWrongInOneLine(String setting, String value) throws IOException {
    keystore("ORACLE");
    keystore("KEEPER");
    signer("NEXT_ORACLE");
    set(setting, value);
    assertThat(complaint()).startsWith("SETTLE_SERVICE_" + setting + " ").doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ORACLE", "NEXT_ORACLE", "KEEPER"})
  void takesAKeyThatLiesInAFileAsItIsOnLocalChainsAlone(String whose) throws IOException {
    keystore("ORACLE");
    environment.remove("SETTLE_SERVICE_" + whose + "_KEYSTORE_FILE");
    environment.remove("SETTLE_SERVICE_" + whose + "_KEYSTORE_PASSWORD_FILE");
    set(whose + "_KEY_FILE", file("plain", "0x" + "ab".repeat(32)));
    assertThat(complaint())
        .startsWith("SETTLE_SERVICE_" + whose + "_KEY_FILE is for local chains only")
        .doesNotContain("abab");
    set("CHAIN_ID", "1337");
    assertThat(config().chain().isLocal()).isTrue();
  }

  @Test
  void readsWhatMayBePaidAndWhatMustBeSo() throws IOException {
    keystore("ORACLE");
    set("ORACLE_FEE_CAP_UNITS", "250000");
    set("KEEPER_FEE_CAP_UNITS", "50000");
    set("RPC_WITNESS_URL", "https://two.example.org");
    set("ESCROW_CODE_HASH", "0x" + "cd".repeat(32));
    assertThat(config().oracle().feeCaps())
        .isEqualTo(new FeeCaps(BigInteger.valueOf(250_000), BigInteger.valueOf(50_000)));
    assertThat(config().checks().witnessUrl()).contains(URI.create("https://two.example.org"));
    assertThat(config().checks().escrowCodeHash()).contains(Hash32.parse("0x" + "cd".repeat(32)));
  }

  @Test
  void needsNoSecretOfClientsWhereNoneAreServed() throws IOException {
    keystore("ORACLE");
    environment.remove("SETTLE_SERVICE_TOKEN_FILE");
    environment.remove("SETTLE_SERVICE_JWT_SECRET_FILE");
    assertThat(complaint()).isEqualTo("SETTLE_SERVICE_JWT_SECRET_FILE is missing");
    set("HTTP", "internal");
    assertThat(config().http().exposure()).isEqualTo(Exposure.INTERNAL);
    var once = config().signIn();
    var again = config().signIn();
    assertThat(once.serviceToken()).isNotEqualTo(again.serviceToken());
    assertThat(once.jwtSecrets()).hasSize(1).doesNotContainAnyElementsOf(again.jwtSecrets());
  }

  private KeySource.KeystoreFile keystore(String whose) throws IOException {
    set(whose + "_KEYSTORE_FILE", file(whose + ".json", "{}"));
    set(whose + "_KEYSTORE_PASSWORD_FILE", file(whose + ".password", "hunter2"));
    return new KeySource.KeystoreFile(
        "SETTLE_SERVICE_" + whose + "_KEYSTORE_FILE",
        files.resolve(whose + ".json"),
        "SETTLE_SERVICE_" + whose + "_KEYSTORE_PASSWORD_FILE",
        files.resolve(whose + ".password"));
  }

  private void signer(String whose) {
    set(whose + "_SIGNER_URL", "http://127.0.0.1:9000/path");
    set(whose + "_ADDRESS", ADDRESS.toString());
  }

  private ServiceConfig config() {
    return ServiceConfig.from(environment);
  }

  private String complaint() {
    var wrong = catchThrowableOfType(WrongSetting.class, this::config);
    return wrong == null ? "nothing is wrong" : String.valueOf(wrong.getMessage());
  }

  private void set(String setting, String value) {
    environment.put("SETTLE_SERVICE_" + setting, value);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(files.resolve(name), content).toString();
  }
}
