package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.Await;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.localnet.LocalDeployment;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.keystore.Keystore;
import org.sessionsettlement.tempo.keystore.KeystoreParameters;
import org.sessionsettlement.tempo.signature.Secp256k1PrivateKey;

/** Starts that are refused once the chain is seen; it is a public one by what its node says. */
class StartOnChainTest {
  private static final String PUBLIC_CHAIN = "4217";
  private static final String PASSWORD = "correct horse";

  @TempDir private static Path shared;
  private static LocalChain chain;
  private static LocalDeployment escrow;
  private static LocalDeployment ownersEscrow;

  @TempDir private Path files;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
  private LyingEndpoint node;

  @BeforeAll
  static void deploy() {
    chain =
        LocalChain.start(
            new LocalChain.Settings(
                AnvilBinary.findFromWorkingDirectory(),
                FreePort.any(),
                Duration.ofMillis(200),
                Optional.empty(),
                shared.resolve("anvil.log")),
            InstantSource.system());
    escrow = deploy(DevAccounts.ORACLE.account().address());
    ownersEscrow = deploy(DevAccounts.OWNER.account().address());
  }

  private static LocalDeployment deploy(Address oracle) {
    return LocalDeployment.deploy(
        chain.rpc(), DevAccounts.OWNER.account(), LocalStack.escrowSettings(oracle));
  }

  @AfterAll
  static void stop() {
    chain.close();
  }

  @BeforeEach
  void setWhatIsRequired() throws IOException {
    node = new LyingEndpoint(URI.create(chain.rpcUrl())).about("eth_chainId", "\"0x1079\"");
    var database = TestDatabase.freshSchema(getClass());
    set("DATABASE_URL", database.url());
    set("DATABASE_USER", database.user());
    set("RPC_URL", node.url().toString());
    set("CHAIN_ID", PUBLIC_CHAIN);
    set("ESCROW", escrow.escrow().toString());
    set("TOKEN_FILE", file("token", "t".repeat(32)));
    set("JWT_SECRET_FILE", file("jwt", "s".repeat(32)));
    set("HTTP_PORT", "0");
    set("EXIT_ON_STDIN_EOF", "true");
    keystore("ORACLE", DevAccounts.ORACLE);
  }

  @AfterEach
  void closeNode() {
    node.close();
  }

  @Test
  void startsWithTheKeyOfTheEscrowsOracle() {
    assertThat(run()).as(this::complaint).isZero();
  }

  @Test
  void startsWhereTheNextKeyIsTheOracleAlready() throws IOException {
    keystore("ORACLE", DevAccounts.TREASURY);
    keystore("NEXT_ORACLE", DevAccounts.ORACLE);
    assertThat(run()).as(this::complaint).isZero();
  }

  @Test
  void refusesKeysOfWhichNoneIsTheEscrowsOracle() throws IOException {
    keystore("ORACLE", DevAccounts.TREASURY);
    keystore("NEXT_ORACLE", DevAccounts.GUESTS.get(0));
    assertThat(run()).isEqualTo(2);
    assertThat(complaint())
        .isEqualTo(wrongOracle(address(DevAccounts.TREASURY), escrow, address(DevAccounts.ORACLE)));
  }

  @Test
  void refusesAKeyThatIsNotTheOracleOfAnotherEscrowThatItServes() {
    set("MORE_ESCROWS", ownersEscrow.escrow() + "@" + ownersEscrow.block());
    assertThat(run()).isEqualTo(2);
    assertThat(complaint())
        .isEqualTo(
            wrongOracle(address(DevAccounts.ORACLE), ownersEscrow, address(DevAccounts.OWNER)));
  }

  @Test
  void namesTheOneOfItsEscrowsThatIsNoContract() {
    var nothing = "0x" + "77".repeat(20);
    set("MORE_ESCROWS", nothing + "@0");
    assertThat(run()).isEqualTo(2);
    assertThat(complaint())
        .isEqualTo(
            "SETTLE_SERVICE_MORE_ESCROWS names "
                + nothing
                + ", which is no contract on chain 4217\n");
  }

  private static String wrongOracle(Address key, LocalDeployment of, Address oracle) {
    return "SETTLE_SERVICE_ORACLE_KEYSTORE_FILE is the key of %s, but the oracle of the escrow %s is %s\n"
        .formatted(key, of.escrow(), oracle);
  }

  @Test
  void refusesTheOwnersKeyOnAPublicChainAndTakesItOnALocalOne() throws IOException {
    set("ESCROW", ownersEscrow.escrow().toString());
    keystore("ORACLE", DevAccounts.OWNER);
    assertThat(run()).isEqualTo(2);
    assertThat(complaint())
        .startsWith("SETTLE_SERVICE_ORACLE_KEYSTORE_FILE is the key of the escrow's owner")
        .containsOnlyOnce("\n");
    node.tellTheTruth();
    set("CHAIN_ID", "31337");
    assertThat(run()).as(this::complaint).isZero();
  }

  @Test
  void refusesAnEscrowWhoseCodeHasAnotherHashThanDemanded() {
    var hash = Keccak256.hash(chain.rpc().code(escrow.escrow()));
    set("ESCROW_CODE_HASH", hash.toString());
    assertThat(run()).as(this::complaint).isZero();
    set("ESCROW_CODE_HASH", "0x" + "12".repeat(32));
    assertThat(run()).isEqualTo(2);
    assertThat(complaint())
        .startsWith("SETTLE_SERVICE_ESCROW_CODE_HASH is 0x1212")
        .endsWith("the escrow's code has the hash " + hash + "\n");
  }

  @Test
  void refusesAnAddressWithoutAContractEvenWhereItOnlyMirrors() {
    set("ESCROW", "0x" + "77".repeat(20));
    set("ORACLE", "off");
    set("KEEPER", "off");
    assertThat(run()).isEqualTo(2);
    assertThat(complaint()).isEqualTo("SETTLE_SERVICE_ESCROW is no contract on chain 4217\n");
  }

  @Test
  void needsNoKeyWhereItNeitherAttestsNorFinalizes() {
    environment.keySet().removeIf(name -> name.contains("KEYSTORE"));
    set("ORACLE", "off");
    set("KEEPER", "off");
    assertThat(run()).as(this::complaint).isZero();
  }

  @Test
  void refusesANodeOrASecondOneOfAnotherChain() {
    try (var second = new LyingEndpoint(URI.create(chain.rpcUrl()))) {
      set("RPC_WITNESS_URL", second.url().toString());
      assertThat(run()).isEqualTo(2);
      assertThat(complaint())
          .isEqualTo("SETTLE_SERVICE_RPC_WITNESS_URL serves chain 31337, not 4217\n");
      set("RPC_URL", second.url().toString());
      set("RPC_WITNESS_URL", node.url().toString());
      assertThat(run()).isEqualTo(2);
      assertThat(complaint())
          .endsWith("SETTLE_SERVICE_CHAIN_ID is 4217, but the node serves chain 31337\n");
    }
  }

  @Test
  void doesNoWorkWithAWrongKeyWhereTheNodeWasAwayAtStart() throws IOException {
    keystore("ORACLE", DevAccounts.TREASURY);
    try (var proxy = new RpcProxy(node.url())) {
      proxy.cut();
      set("RPC_URL", proxy.url().toString());
      try (var service = ControlPlane.start(ServiceConfig.from(environment))) {
        var http = new HttpApi(service.port());
        assertThat(chainPart(http)).isEqualTo("RpcUnavailableException");
        proxy.mend();
        Await.until("the key is judged", () -> chainPart(http).equals("WrongSetting"));
        assertThat(http.get("/health").status()).isEqualTo(503);
      }
    }
  }

  private static String chainPart(HttpApi http) {
    return http.get("/health").json().path("parts").path("chain").path("detail").asString();
  }

  private int run() {
    return Serve.run(
        environment,
        InputStream.nullInputStream(),
        new PrintStream(stderr, true, StandardCharsets.UTF_8));
  }

  private String complaint() {
    return stderr.toString(StandardCharsets.UTF_8);
  }

  private static Address address(DevAccounts.DevAccount dev) {
    return dev.account().address();
  }

  private void keystore(String whose, DevAccounts.DevAccount dev) throws IOException {
    String json =
        Keystore.encrypt(
            Secp256k1PrivateKey.of(Bytes.fromHex(dev.privateKey())),
            PASSWORD.toCharArray(),
            KeystoreParameters.LIGHT,
            new SecureRandom());
    set(whose + "_KEYSTORE_FILE", file(whose + ".json", json));
    set(whose + "_KEYSTORE_PASSWORD_FILE", file(whose + ".password", PASSWORD));
  }

  private void set(String setting, String value) {
    environment.put("SETTLE_SERVICE_" + setting, value);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(files.resolve(name), content).toString();
  }
}
