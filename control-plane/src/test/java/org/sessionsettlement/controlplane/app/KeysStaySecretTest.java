package org.sessionsettlement.controlplane.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.keystore.Keystore;
import org.sessionsettlement.tempo.keystore.KeystoreParameters;
import org.sessionsettlement.tempo.signature.Secp256k1PrivateKey;

/** Whatever is wrong with keys and passwords: nothing that is said or logged shows one. */
class KeysStaySecretTest {
  private static final String KEY =
      "5eC2e75eC2e75eC2e75eC2e75eC2e75eC2e75eC2e75eC2e75eC2e75eC2e75eC2";
  private static final String PASSWORD = "pa55word-of-the-keystore";
  private static final String IN_THE_URL = "t0ken-in-the-path";

  @TempDir private Path files;
  private final Map<String, String> environment = new HashMap<>();
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void setWhatIsRequired() throws IOException {
    set("DATABASE_URL", "jdbc:postgresql://localhost/settlement");
    set("DATABASE_USER", "settlement");
    set("RPC_URL", "http://localhost:8545");
    set("CHAIN_ID", "31337");
    set("ESCROW", "0x" + "11".repeat(20));
    set("TOKEN_FILE", file("token", "t".repeat(32)));
    set("JWT_SECRET_FILE", file("jwt", "s".repeat(32)));
  }

  @ParameterizedTest
  @ValueSource(strings = {KEY, "0x" + KEY, "0x" + KEY + "00", "0x" + KEY + " 0x" + KEY, KEY + "\n"})
  void saysNothingOfAKeyFileHoweverItIsWritten(String content) throws IOException {
    set("ORACLE_KEY_FILE", file("oracle.key", content));
    start();
    assertNothingIsSaid();
  }

  @Test
  void saysNothingOfAKeyFileOnAPublicChain() throws IOException {
    set("CHAIN_ID", "4217");
    set("ORACLE_KEY_FILE", file("oracle.key", "0x" + KEY));
    start();
    assertNothingIsSaid();
  }

  @ParameterizedTest
  @ValueSource(strings = {PASSWORD, PASSWORD + "x", "x\n" + PASSWORD, "\n" + PASSWORD, ""})
  void saysNothingOfAKeystoreAndItsPassword(String content) throws IOException {
    keystore(encrypted(), content);
    start();
    assertNothingIsSaid();
  }

  @ParameterizedTest
  @ValueSource(strings = {KEY, "{\"crypto\":\"" + KEY + "\"}", "{\"version\":3,\"" + KEY + "\":1}"})
  void saysNothingOfAFileThatIsNoKeystore(String content) throws IOException {
    keystore(content, PASSWORD);
    start();
    assertNothingIsSaid();
  }

  @Test
  void saysNothingOfWhatWasPutInTheWrongPlace() throws IOException {
    keystore(PASSWORD, encrypted());
    start();
    keystore("0x" + KEY, "0x" + KEY);
    start();
    set("ORACLE_KEYSTORE_PASSWORD_FILE", PASSWORD);
    start();
    environment.keySet().removeIf(name -> name.contains("KEYSTORE"));
    set("ORACLE_KEY_FILE", "0x" + KEY);
    start();
    environment.remove("SETTLE_SERVICE_ORACLE_KEY_FILE");
    set("ORACLE_SIGNER_URL", "0x" + KEY);
    set("ORACLE_ADDRESS", "0x" + KEY);
    start();
    set("ORACLE_SIGNER_URL", "http://127.0.0.1:1");
    start();
    assertNothingIsSaid();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 403, 500})
  void saysNothingOfWhatASignersUrlHoldsOrAnswers(int status) throws IOException {
    var signer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    signer.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(("[\"0x" + KEY + "\"]").getBytes(UTF_8));
          }
        });
    signer.start();
    set("ORACLE_SIGNER_URL", url(signer));
    set("ORACLE_ADDRESS", "0x" + "22".repeat(20));
    start();
    signer.stop(0);
    start();
    assertNothingIsSaid();
  }

  private static String url(HttpServer signer) {
    return "http://127.0.0.1:" + signer.getAddress().getPort() + "/" + IN_THE_URL + "?key=" + KEY;
  }

  /** As far as a start goes before it needs a database, and a first signature. */
  private void start() {
    try (var log = new LogCapture()) {
      var thrown =
          catchThrowable(
              () -> {
                var config = ServiceConfig.from(environment);
                say(config.toString());
                var keys = Keyring.open(config.oracle());
                say(keys.toString());
                keys.oracles().getFirst().sign(Bytes.fromHex("0x1234"));
              });
      if (thrown != null) {
        thrown.printStackTrace(new PrintWriter(said));
      }
      say(log.text());
    }
  }

  private void say(String text) {
    said.append(text).append('\n');
  }

  private void assertNothingIsSaid() {
    assertThat(said.toString().toLowerCase(Locale.ROOT))
        .isNotBlank()
        .doesNotContain(KEY.toLowerCase(Locale.ROOT).substring(0, 16), PASSWORD, IN_THE_URL);
  }

  private static String encrypted() {
    return Keystore.encrypt(
        Secp256k1PrivateKey.of(Bytes.fromHex(KEY)),
        PASSWORD.toCharArray(),
        KeystoreParameters.LIGHT,
        new SecureRandom());
  }

  private void keystore(String json, String password) throws IOException {
    set("ORACLE_KEYSTORE_FILE", file("oracle.json", json));
    set("ORACLE_KEYSTORE_PASSWORD_FILE", file("oracle.password", password));
  }

  private void set(String setting, String value) {
    environment.put("SETTLE_SERVICE_" + setting, value);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(files.resolve(name), content).toString();
  }
}
