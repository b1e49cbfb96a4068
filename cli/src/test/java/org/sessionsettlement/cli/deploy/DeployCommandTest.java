package org.sessionsettlement.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.cli.stack.LocalEscrow;
import org.sessionsettlement.cli.stack.ProjectHome;
import org.sessionsettlement.escrow.EscrowCode;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Keccak256;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Deploying on a real chain, and looking at what was deployed. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before the first test.
class DeployCommandTest {
  private static final Address OWNER = DevAccounts.OWNER.account().address();

  @TempDir static Path chainFolder;
  private static LocalChain chain;

  @TempDir Path folder;
  private Path config;

  private record Ran(int exitCode, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }
  }

  @BeforeAll
  static void start() {
    chain =
        LocalChain.start(
            new LocalChain.Settings(
                AnvilBinary.find(ProjectHome.path()),
                FreePort.any(),
                Duration.ofMillis(500),
                Optional.empty(),
                chainFolder.resolve("anvil.log")),
            InstantSource.system());
  }

  @AfterAll
  static void stop() {
    chain.close();
  }

  @BeforeEach
  void writeFiles() throws IOException {
    var settings = LocalEscrow.settings();
    config = folder.resolve("escrow.properties");
    Files.writeString(
        config,
        String.join(
            "\n",
            "payment-token=" + settings.paymentToken(),
            "oracle=" + settings.oracle(),
            "treasury=" + settings.treasury(),
            "fee-bps=500",
            "challenge-window-seconds=3600",
            "challenge-bond-units=5000000",
            "late-cancel-penalty-bps=5000",
            "no-attest-buffer-seconds=10800",
            "dispute-timeout-seconds=86400"));
    Files.writeString(folder.resolve("owner.key"), DevAccounts.OWNER.privateKey() + "\n");
  }

  @Test
  void deploysVerifiesAndRecords() throws IOException {
    Ran ran = deploy("--json");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    Address escrow = Address.parse(ran.json().get("escrow").asString());
    assertThat(new SessionEscrow(chain.rpc(), escrow).settings()).isEqualTo(LocalEscrow.settings());
    assertThat(new SessionEscrow(chain.rpc(), escrow).owner()).isEqualTo(OWNER);
    assertThat(ran.json().get("code_hash").asString())
        .isEqualTo(
            Keccak256.hash(EscrowCode.of(LocalEscrow.settings().paymentToken()).toArray())
                .toString());
    assertThat(ran.json().get("gas_used").asLong()).isBetween(15_000_000L, 20_000_000L);
    assertThat(Long.parseLong(ran.json().get("fee_units").asString())).isPositive();
    assertThat(JsonMapper.shared().readTree(Files.readString(recorded()))).isEqualTo(ran.json());
  }

  @Test
  void findsNothingOddAboutWhatItDeployed() {
    assertThat(deploy().exitCode()).isZero();

    Ran json = status("--deployment", recorded().toString(), "--json");
    Ran human = status("--deployment", recorded().toString());

    assertThat(json.exitCode()).as(json.err()).isZero();
    assertThat(json.json().get("oddities").isEmpty()).isTrue();
    assertThat(json.json().get("is_code_ours").asBoolean()).isTrue();
    assertThat(json.json().get("held_units").asString()).isEqualTo("0");
    assertThat(human.exitCode()).isZero();
    assertThat(human.out()).contains("5000000 (5.000000)").containsPattern("oddities +none");
  }

  @Test
  void saysWhatIsOddAboutAnEscrow() {
    Ran deployed =
        deploy(
            "--json",
            "--oracle=" + OWNER,
            "--challenge-window-seconds=0",
            "--no-attest-buffer-seconds=7199");
    assertThat(deployed.exitCode()).as(deployed.err()).isZero();
    assertThat(oddities(deployed))
        .containsExactly("oracle_is_owner", "no_challenge_window", "no_attest_buffer_short");

    Ran status = status("--escrow", deployed.json().get("escrow").asString(), "--json");

    assertThat(status.exitCode()).isEqualTo(1);
    assertThat(oddities(status)).isEqualTo(oddities(deployed));
  }

  @Test
  void doesNotTakeAnotherContractForAnEscrow() {
    Ran token = status("--json", "--escrow", LocalEscrow.settings().paymentToken().toString());
    Ran nobody = status("--json", "--escrow", "0x00000000000000000000000000000000000000aa");

    assertThat(token.exitCode()).isEqualTo(1);
    assertThat(token.json().get("error").asString()).isEqualTo("code_not_ours");
    assertThat(nobody.exitCode()).isEqualTo(1);
    assertThat(nobody.json().get("error").asString()).isEqualTo("no_contract");
  }

  @Test
  void onlyPrintsOnADryRun() {
    long nonce = chain.rpc().nonce(OWNER);

    Ran ran = deploy("--dry-run", "--json");

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.json().get("dry_run").asBoolean()).isTrue();
    assertThat(Address.parse(ran.json().get("escrow").asString()))
        .isEqualTo(Address.ofContract(OWNER, nonce));
    assertNothingHappened(nonce);
  }

  @Test
  void refusesAChainThatWasNotNamed() {
    refuses("wrong_chain", "--chain-id=1");
  }

  @Test
  void refusesValuesThatTheConstructorWould() {
    refuses("bad_settings", "--fee-bps=2001");
    refuses("bad_settings", "--challenge-bond-units=0");
    refuses("bad_settings", "--treasury=0x" + "0".repeat(40));
  }

  @Test
  void refusesATokenThatIsNoneAndAPurseThatIsEmpty() throws IOException {
    refuses("bad_token", "--payment-token=0x00000000000000000000000000000000000000aa");
    Files.writeString(folder.resolve("owner.key"), "11".repeat(32));
    refuses("cannot_pay");
  }

  @Test
  void refusesAKeyFileWithoutRepeatingIt() throws IOException {
    Files.writeString(folder.resolve("owner.key"), "abadsecret");
    Ran ran = refuses("bad_key");
    assertThat(ran.out() + ran.err()).doesNotContain("abadsecret");
  }

  @Test
  void replacesARecordOnlyWhenForcedTo() throws IOException {
    assertThat(deploy().exitCode()).isZero();
    String first = Files.readString(recorded());
    long nonce = chain.rpc().nonce(OWNER);

    Ran refused = deploy("--json");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.json().get("error").asString()).isEqualTo("already_deployed");
    assertThat(chain.rpc().nonce(OWNER)).isEqualTo(nonce);
    assertThat(Files.readString(recorded())).isEqualTo(first);
    assertThat(deploy("--force").exitCode()).isZero();
    assertThat(Files.readString(recorded())).isNotEqualTo(first);
  }

  @Test
  void neverShowsTheKey() {
    Ran ran = deploy();
    String key = DevAccounts.OWNER.privateKey().substring(2);
    assertThat((ran.out() + ran.err()).toLowerCase(Locale.ROOT)).doesNotContain(key);
    assertThat(ran.err()).contains("sending 0x");
  }

  private Ran refuses(String code, String... flags) {
    long nonce = chain.rpc().nonce(OWNER);
    List<String> all = new ArrayList<>(List.of("--json"));
    all.addAll(List.of(flags));
    Ran ran = deploy(all.toArray(String[]::new));
    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
    assertThat(ran.json().get("error").asString()).isEqualTo(code);
    assertNothingHappened(nonce);
    return ran;
  }

  private void assertNothingHappened(long nonce) {
    assertThat(chain.rpc().nonce(OWNER)).isEqualTo(nonce);
    assertThat(folder.resolve("deployments")).doesNotExist();
  }

  private Path recorded() {
    return folder.resolve("deployments").resolve(LocalChain.CHAIN_ID + ".json");
  }

  private static List<String> oddities(Ran ran) {
    return ran.json().get("oddities").valueStream().map(o -> o.get("code").asString()).toList();
  }

  private Ran deploy(String... flags) {
    Stream<String> usual =
        Stream.of(
            "--config=" + config,
            "--key-file=" + folder.resolve("owner.key"),
            "--deployments=" + folder.resolve("deployments"),
            "--chain-id=" + LocalChain.CHAIN_ID);
    return run(new DeployCommand(), Stream.concat(usual, Stream.of(flags)));
  }

  private static Ran status(String... flags) {
    return run(new EscrowCommand(), Stream.concat(Stream.of("status"), Stream.of(flags)));
  }

  private static Ran run(Object command, Stream<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Stream<String> url = Stream.of("--rpc-url=" + chain.rpcUrl());
    int exitCode =
        new CommandLine(command)
            .setOverwrittenOptionsAllowed(true)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(Stream.concat(arguments, url).toArray(String[]::new));
    return new Ran(exitCode, out.toString(), err.toString());
  }
}
