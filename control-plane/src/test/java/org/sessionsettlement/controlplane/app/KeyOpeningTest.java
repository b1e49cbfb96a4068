package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.oracle.FeeCaps;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.keystore.Keystore;
import org.sessionsettlement.tempo.keystore.KeystoreParameters;
import org.sessionsettlement.tempo.signature.Secp256k1PrivateKey;
import org.sessionsettlement.tempo.web3signer.FakeWeb3Signer;
import org.sessionsettlement.tempo.web3signer.RemoteSignerException;

class KeyOpeningTest {
  private static final String PASSWORD = "grüße, horse battery";
  private static final Bytes MESSAGE = Bytes.fromHex("0x1234");
  private static final Secp256k1PrivateKey KEY =
      Secp256k1PrivateKey.of(Bytes.fromHex("0x" + "ab".repeat(32)));

  @TempDir private Path files;

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n", "\nand what an editor left behind\n"})
  void opensAKeystoreWithTheFirstLineOfItsPasswordFile(String after) throws IOException {
    assertSignsAs(KEY.address(), KeyOpening.open(keystore(encrypted(), PASSWORD + after)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"another", "grüße, horse battery ", " grüße, horse battery"})
  void namesThePasswordThatIsAnotherOne(String password) throws IOException {
    assertThat(complaint(keystore(encrypted(), password)))
        .isEqualTo("PASSWORD_FILE names a file with another password than the keystore's");
  }

  @Test
  void namesAnEmptyPassword() throws IOException {
    assertThat(complaint(keystore(encrypted(), "\n" + PASSWORD)))
        .isEqualTo("PASSWORD_FILE names a file whose first line is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "0xabababab", "{\"crypto\":{\"cipher\":\"abababab\"}}"})
  void namesAFileThatIsNoKeystore(String content) throws IOException {
    assertThat(complaint(keystore(content, PASSWORD)))
        .startsWith("KEYSTORE_FILE names a file that is no keystore")
        .doesNotContain("abab");
  }

  @Test
  void namesAFileWhoseDigitsAreNoKey() {
    assertThat(complaint(new KeySource.Plain("KEY_FILE", new Secret("0x" + "ff".repeat(32)))))
        .isEqualTo("KEY_FILE names a file that holds no secp256k1 key");
  }

  @Test
  void signsByARemoteSigner() {
    try (var signer = new FakeWeb3Signer(KEY)) {
      assertSignsAs(KEY.address(), KeyOpening.open(remote(signer, KEY.address())));
    }
  }

  @Test
  void namesTheAddressThatTheRemoteSignerHasNoKeyOf() {
    var other = Address.parse("0x" + "22".repeat(20));
    try (var signer = new FakeWeb3Signer(KEY)) {
      assertThat(complaint(remote(signer, other)))
          .isEqualTo("ADDRESS is " + other + ", whose key the signer does not have");
    }
  }

  @Test
  void namesASignerThatRefusesUsOrIsNone() {
    try (var signer = new FakeWeb3Signer(KEY)) {
      signer.withStatus(403);
      assertThat(complaint(remote(signer, KEY.address())))
          .isEqualTo("SIGNER_URL leads to a signer that refuses us with status 403");
      signer.bendingBody(_ -> "<html>welcome</html>");
      assertThat(complaint(remote(signer, KEY.address())))
          .isEqualTo("SIGNER_URL leads to what does not answer as a Web3Signer");
    }
  }

  @Test
  void startsBesideASignerThatIsAwayAndSignsOnceItIsBack() {
    try (var signer = new FakeWeb3Signer(KEY)) {
      signer.withStatus(503);
      var account = KeyOpening.open(remote(signer, KEY.address()));
      assertThat(account.address()).isEqualTo(KEY.address());
      assertThatThrownBy(() -> account.sign(MESSAGE))
          .isInstanceOf(RemoteSignerException.Unavailable.class);
      signer.bendingBody(good -> good);
      assertSignsAs(KEY.address(), account);
    }
  }

  @Test
  void opensOnceWhatOracleAndKeeperShareAndNothingWithoutADuty() throws IOException {
    var keystore = keystore(encrypted(), PASSWORD);
    var keys = List.<KeySource>of(keystore);
    var both =
        Keyring.open(
            new ServiceConfig.Oracle(true, true, keys, Optional.of(keystore), FeeCaps.USUAL));
    assertThat(both.keeper()).containsSame(both.oracles().getFirst());
    var neither =
        Keyring.open(
            new ServiceConfig.Oracle(false, false, keys, Optional.of(keystore), FeeCaps.USUAL));
    assertThat(neither).isEqualTo(new Keyring(List.of(), Optional.empty()));
  }

  private static void assertSignsAs(Address address, Account account) {
    assertThat(account.address()).isEqualTo(address);
    assertThat(account.sign(MESSAGE)).isEqualTo(new Secp256k1Account(KEY).sign(MESSAGE));
  }

  private static String encrypted() {
    return Keystore.encrypt(
        KEY, PASSWORD.toCharArray(), KeystoreParameters.LIGHT, new SecureRandom());
  }

  private KeySource keystore(String json, String passwordFile) throws IOException {
    return new KeySource.KeystoreFile(
        "KEYSTORE_FILE",
        Files.writeString(files.resolve("keystore.json"), json),
        "PASSWORD_FILE",
        Files.writeString(files.resolve("password"), passwordFile));
  }

  private static KeySource remote(FakeWeb3Signer signer, Address address) {
    return new KeySource.RemoteSigner("SIGNER_URL", URI.create(signer.url()), "ADDRESS", address);
  }

  private static String complaint(KeySource source) {
    var wrong = catchThrowableOfType(WrongSetting.class, () -> KeyOpening.open(source));
    return wrong == null ? "nothing is wrong" : String.valueOf(wrong.getMessage());
  }
}
