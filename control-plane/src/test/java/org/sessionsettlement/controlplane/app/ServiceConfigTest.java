package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.auth.Lifetimes;
import org.sessionsettlement.controlplane.oracle.FeeCaps;
import org.sessionsettlement.tempo.Address;

class ServiceConfigTest {
  private static final String KEY = "0x" + "ab".repeat(32);

  @TempDir private Path files;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void setWhatIsRequired() throws IOException {
    set("DATABASE_URL", "jdbc:postgresql://localhost/settlement");
    set("DATABASE_USER", "settlement");
    set("RPC_URL", "http://localhost:8545");
    set("CHAIN_ID", "31337");
    set("ESCROW", "0x" + "11".repeat(20));
    set("ORACLE_KEY_FILE", file("oracle.key", KEY + "\n"));
    set("TOKEN_FILE", file("token", "t".repeat(32)));
    set("JWT_SECRET_FILE", file("jwt", "s".repeat(32)));
    environment.put("PATH", "/usr/bin");
  }

  @Test
  void hasDefaultsForTheRest() {
    var config = ServiceConfig.from(environment);
    assertThat(config.http())
        .isEqualTo(
            new ServiceConfig.Http(
                "127.0.0.1", 8080, List.of(), 20_000, ServiceConfig.Exposure.PUBLIC));
    assertThat(config.checks()).isEqualTo(ServiceConfig.Checks.NONE);
    assertThat(config.oracle().feeCaps())
        .isEqualTo(new FeeCaps(BigInteger.valueOf(1_000_000), BigInteger.valueOf(100_000)));
    assertThat(config.database().password()).isEmpty();
    assertThat(config.chain().escrowFromBlock()).isZero();
    assertThat(config.chain().feeToken()).hasToString("0x20C0000000000000000000000000000000000001");
    assertThat(config.chain().trustedBlock()).isEqualTo(ServiceConfig.TrustedBlock.FINALIZED);
    assertThat(config.clock()).isEqualTo(ServiceConfig.ClockSource.DATABASE);
    assertThat(config.signIn().domain()).isEmpty();
    assertThat(config.signIn().lifetimes())
        .isEqualTo(new Lifetimes(Duration.ofMinutes(10), Duration.ofHours(8)));
    assertThat(config.signIn().limits())
        .isEqualTo(new ServiceConfig.Limits(120, 20, 240, 30, 60, 1_200, 120));
    assertThat(config.oracle().oracleOn()).isTrue();
    assertThat(config.oracle().keeperOn()).isTrue();
    assertThat(config.privacy().presenceKeptFor()).isEqualTo(Duration.ofDays(90));
    assertThat(config.operators()).isEqualTo(new ServiceConfig.Operators(Set.of(), 240, 10));
    assertThat(config.ice()).isEqualTo(ServiceConfig.Ice.NONE);
    assertThat(config.telemetry()).isEqualTo(ServiceConfig.Telemetry.PLAIN);
    assertThat(config.node().id()).endsWith("-" + ProcessHandle.current().pid());
    assertThat(config.node().exitOnStdinEof()).isFalse();
    assertThat(config.node().readyFile()).isEmpty();
  }

  @Test
  void readsWhoMayForceOutcomesAndHowOftenOperatorsAreLetIn() {
    set("OPERATORS", "0x" + "22".repeat(20) + ", 0x" + "33".repeat(20));
    set("LIMIT_OPERATOR_PER_ADDRESS", "7");
    set("LIMIT_WRONG_TOKENS_PER_ADDRESS", "2");
    assertThat(ServiceConfig.from(environment).operators())
        .isEqualTo(
            new ServiceConfig.Operators(
                Set.of(
                    Address.parse("0x" + "22".repeat(20)), Address.parse("0x" + "33".repeat(20))),
                7,
                2));
  }

  @Test
  void readsHowItTellsOfItself() {
    set("LOG_FORMAT", "json");
    set("OTLP_URL", "http://collector.example.org:4318");
    assertThat(ServiceConfig.from(environment).telemetry())
        .isEqualTo(
            new ServiceConfig.Telemetry(
                ServiceConfig.LogFormat.JSON,
                Optional.of(URI.create("http://collector.example.org:4318"))));
  }

  @Test
  void readsTheEscrowsServedBesideTheDefaultOne() {
    set("MORE_ESCROWS", "0x" + "22".repeat(20) + "@17, 0x" + "33".repeat(20));
    assertThat(ServiceConfig.from(environment).escrows())
        .extracting(ServiceConfig.MirroredEscrow::fromBlock)
        .containsExactly(0L, 17L, 0L);
  }

  @Test
  void readsKeysFromTheirFilesAndLetsTheKeeperUseTheOracles() {
    var oracle = ServiceConfig.from(environment).oracle();
    var key = new KeySource.Plain("SETTLE_SERVICE_ORACLE_KEY_FILE", new Secret(KEY));
    assertThat(oracle.oracleKeys()).containsExactly(key);
    assertThat(oracle.keeperKey()).contains(key);
  }

  @Test
  void readsTheKeysOfAccessTokensOneALine() throws IOException {
    set("JWT_SECRET_FILE", file("jwt", "n".repeat(32) + "\n" + "s".repeat(40) + "\n"));
    assertThat(ServiceConfig.from(environment).signIn().jwtSecrets())
        .containsExactly(new Secret("n".repeat(32)), new Secret("s".repeat(40)));
    set("JWT_SECRET_FILE", file("jwt", "n".repeat(32) + "\nshort-one\n"));
    assertThat(complaint())
        .startsWith("SETTLE_SERVICE_JWT_SECRET_FILE")
        .doesNotContain("short-one");
  }

  @Test
  void needsNoKeyWhereNothingSigns() {
    environment.remove("SETTLE_SERVICE_ORACLE_KEY_FILE");
    set("ORACLE", "off");
    set("KEEPER", "off");
    assertThat(ServiceConfig.from(environment).oracle()).isEqualTo(ServiceConfig.Oracle.OFF);
  }

  @Test
  void printsNoSecret() {
    set("DATABASE_PASSWORD", "hunter2hunter2");
    assertThat(ServiceConfig.from(environment).toString())
        .doesNotContain("ssssssss", "tttttttt", "abababab", "hunter2");
  }

  @Test
  void readsIceServersAndTheSecretOfTheTurnServer() throws IOException {
    set("STUN_URLS", "stun:turn.example.org, stuns:[2001:db8::1]:5349");
    set("TURN_URLS", "turn:turn.example.org:3478?transport=udp,turns:192.0.2.1?transport=tcp");
    set("TURN_SECRET_FILE", file("turn", "sixteen-letters!\n"));
    var ice = ServiceConfig.from(environment).ice();
    assertThat(ice.stunUrls()).containsExactly("stun:turn.example.org", "stuns:[2001:db8::1]:5349");
    assertThat(ice.turn())
        .contains(
            new ServiceConfig.Turn(
                List.of(
                    "turn:turn.example.org:3478?transport=udp", "turns:192.0.2.1?transport=tcp"),
                new Secret("sixteen-letters!")));
    assertThat(ice.toString()).doesNotContain("sixteen");
  }

  @Test
  void wantsTheTurnServersSecretWithItsUrlsAndNotWithoutThem() throws IOException {
    set("TURN_URLS", "turn:turn.example.org");
    assertThat(complaint()).isEqualTo("SETTLE_SERVICE_TURN_SECRET_FILE is missing");
    set("TURN_SECRET_FILE", file("turn", "fifteen-letters"));
    assertThat(complaint())
        .startsWith("SETTLE_SERVICE_TURN_SECRET_FILE")
        .doesNotContain("fifteen-letters");
    environment.remove("SETTLE_SERVICE_TURN_URLS");
    assertThat(complaint())
        .isEqualTo("SETTLE_SERVICE_TURN_SECRET_FILE is of no use without SETTLE_SERVICE_TURN_URLS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DATABASE_URL",
        "DATABASE_USER",
        "RPC_URL",
        "CHAIN_ID",
        "ESCROW",
        "TOKEN_FILE",
        "JWT_SECRET_FILE"
      })
  void namesWhatIsMissing(String setting) {
    environment.remove("SETTLE_SERVICE_" + setting);
    assertThat(complaint()).isEqualTo("SETTLE_SERVICE_" + setting + " is missing");
    set(setting, "  ");
    assertThat(complaint()).isEqualTo("SETTLE_SERVICE_" + setting + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_PORT, 65536",
    "HTTP_PORT, eighty",
    "DATABASE_URL, postgres://localhost/x",
    "RPC_URL, localhost:8545",
    "RPC_URL, http://",
    "CHAIN_ID, 0x7a69",
    "CHAIN_ID, 0",
    "ESCROW, 0x12",
    "FEE_TOKEN, dollars",
    "ESCROW_FROM_BLOCK, -1",
    "MORE_ESCROWS, 0x12",
    "MORE_ESCROWS, '0x2222222222222222222222222222222222222222,'",
    "MORE_ESCROWS, 0x2222222222222222222222222222222222222222@first",
    "MORE_ESCROWS, 0x1111111111111111111111111111111111111111",
    "RPC_WS_URL, http://localhost:8545",
    "ORACLE_KEY_FILE, /nowhere",
    "ORACLE_KEY_FILE, /",
    "TOKEN_FILE, /nowhere",
    "JWT_SECRET_FILE, /nowhere",
    "ORACLE, yes",
    "KEEPER, true",
    "ACCESS_TOKEN_MINUTES, 0",
    "SIGN_IN_HOURS, 4",
    "LIMIT_AUTH_PER_ADDRESS, 0",
    "LIMIT_JOIN_PER_WALLET, many",
    "OPERATORS, somebody",
    "LIMIT_WRONG_TOKENS_PER_ADDRESS, 0",
    "CLOCK, wall",
    "TRUSTED_BLOCK, safe",
    "PRESENCE_KEPT_DAYS, 0",
    "PRESENCE_KEPT_DAYS, 90d",
    "DOMAIN, https://example.org",
    "STUN_URLS, stun.example.org:3478",
    "STUN_URLS, turn:turn.example.org",
    "STUN_URLS, stun:turn.example.org?transport=udp",
    "STUN_URLS, stun:turn.example.org:65536",
    "STUN_URLS, 'stun:turn.example.org,'",
    "TURN_URLS, https://turn.example.org",
    "TURN_URLS, stun:turn.example.org",
    "TURN_URLS, turn://turn.example.org",
    "TURN_URLS, turn:user@turn.example.org",
    "TURN_URLS, turn:turn.example.org?transport=sctp",
    "TURN_URLS, 'turn:turn.example.org, turn:'",
    "TURN_SECRET_FILE, /nowhere",
    "LOG_FORMAT, xml",
    "OTLP_URL, collector.example.org:4318",
    "DEV_PAGE, /nowhere",
    "EXIT_ON_STDIN_EOF, on",
    "PORT, 80"
  })
  void namesWhatIsWrongInOneLine(String setting, String value) {
    set(setting, value);
    assertThat(complaint()).startsWith("SETTLE_SERVICE_" + setting + " ").doesNotContain("\n");
  }

  @Test
  void refusesShortSecretsAndWhatIsNoKeyWithoutShowingThem() throws IOException {
    set("JWT_SECRET_FILE", file("short", "only-31-characters-are-too-few!"));
    assertThat(complaint()).startsWith("SETTLE_SERVICE_JWT_SECRET_FILE").doesNotContain("too-few");
    set("JWT_SECRET_FILE", file("jwt", "s".repeat(32)));
    set("ORACLE_KEY_FILE", file("oracle.key", "0xdeadbeef"));
    assertThat(complaint()).startsWith("SETTLE_SERVICE_ORACLE_KEY_FILE").doesNotContain("deadbeef");
  }

  @ParameterizedTest
  @CsvSource({"CLOCK, chain", "DEV_PAGE, page"})
  void keepsWhatIsForTheLocalChainThere(String setting, String value) throws IOException {
    set(setting, value.equals("page") ? file("page", "{\"accounts\":[],\"endpoints\":{}}") : value);
    assertThat(ServiceConfig.from(environment).chain().chainId()).isEqualTo(31337);
    set("CHAIN_ID", "4217");
    assertThat(complaint()).startsWith("SETTLE_SERVICE_" + setting);
  }

  private String complaint() {
    var wrong = catchThrowableOfType(WrongSetting.class, () -> ServiceConfig.from(environment));
    return wrong == null ? "nothing is wrong" : String.valueOf(wrong.getMessage());
  }

  private void set(String setting, String value) {
    environment.put("SETTLE_SERVICE_" + setting, value);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(files.resolve(name), content).toString();
  }
}
