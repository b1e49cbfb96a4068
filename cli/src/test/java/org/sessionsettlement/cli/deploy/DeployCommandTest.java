package org.sessionsettlement.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.cli.deploy.DeployBench.OWNER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.cli.deploy.DeployBench.Ran;
import org.sessionsettlement.cli.stack.LocalEscrow;
import org.sessionsettlement.escrow.EscrowCode;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Keccak256;
import tools.jackson.databind.json.JsonMapper;

/** Deploying on a real chain, and looking at what was deployed. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before the first test.
class DeployCommandTest {
  @TempDir static Path chainFolder;
  private static LocalChain chain;

  @TempDir Path folder;
  private DeployBench bench;

  @BeforeAll
  static void start() {
    chain = DeployBench.chain(chainFolder);
  }

  @AfterAll
  static void stop() {
    chain.close();
  }

  @BeforeEach
  void writeFiles() throws IOException {
    bench = new DeployBench(chain.rpcUrl(), folder).writeFiles();
  }

  @Test
  void deploysVerifiesAndRecords() throws IOException {
    Ran ran = bench.deploy("--json");

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
    assertThat(JsonMapper.shared().readTree(Files.readString(bench.recorded())))
        .isEqualTo(ran.json());
  }

  @Test
  void findsNothingOddAboutWhatItDeployed() {
    assertThat(bench.deploy().exitCode()).isZero();

    Ran json = bench.status("--deployment", bench.recorded().toString(), "--json");
    Ran human = bench.status("--deployment", bench.recorded().toString());

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
        bench.deploy(
            "--json",
            "--oracle=" + OWNER,
            "--challenge-window-seconds=0",
            "--no-attest-buffer-seconds=7199");
    assertThat(deployed.exitCode()).as(deployed.err()).isZero();
    assertThat(oddities(deployed))
        .containsExactly("oracle_is_owner", "no_challenge_window", "no_attest_buffer_short");

    Ran status = bench.status("--escrow", deployed.json().get("escrow").asString(), "--json");

    assertThat(status.exitCode()).isEqualTo(1);
    assertThat(oddities(status)).isEqualTo(oddities(deployed));
  }

  @Test
  void doesNotTakeAnotherContractForAnEscrow() {
    Ran token =
        bench.status("--json", "--escrow", LocalEscrow.settings().paymentToken().toString());
    Ran nobody = bench.status("--json", "--escrow", "0x00000000000000000000000000000000000000aa");

    assertThat(token.exitCode()).isEqualTo(1);
    assertThat(token.error()).isEqualTo("code_not_ours");
    assertThat(nobody.exitCode()).isEqualTo(1);
    assertThat(nobody.error()).isEqualTo("no_contract");
  }

  @Test
  void onlyPrintsOnADryRun() {
    long nonce = chain.rpc().nonce(OWNER);

    Ran ran = bench.deploy("--dry-run", "--json");

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
    Files.writeString(bench.key(), "11".repeat(32));
    refuses("cannot_pay");
  }

  @Test
  void refusesAKeyFileWithoutRepeatingIt() throws IOException {
    Files.writeString(bench.key(), "abadsecret");
    Ran ran = refuses("bad_key");
    assertThat(ran.out() + ran.err()).doesNotContain("abadsecret");
  }

  @Test
  void replacesARecordOnlyWhenForcedTo() throws IOException {
    assertThat(bench.deploy().exitCode()).isZero();
    String first = Files.readString(bench.recorded());
    long nonce = chain.rpc().nonce(OWNER);

    Ran refused = bench.deploy("--json");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.error()).isEqualTo("already_deployed");
    assertThat(chain.rpc().nonce(OWNER)).isEqualTo(nonce);
    assertThat(Files.readString(bench.recorded())).isEqualTo(first);
    assertThat(bench.deploy("--force").exitCode()).isZero();
    assertThat(Files.readString(bench.recorded())).isNotEqualTo(first);
  }

  @Test
  void neverShowsTheKey() {
    Ran ran = bench.deploy();
    String key = DevAccounts.OWNER.privateKey().substring(2);
    assertThat((ran.out() + ran.err()).toLowerCase(Locale.ROOT)).doesNotContain(key);
    assertThat(ran.err()).contains("sending 0x");
  }

  private Ran refuses(String code, String... flags) {
    long nonce = chain.rpc().nonce(OWNER);
    List<String> all = new ArrayList<>(List.of("--json"));
    all.addAll(List.of(flags));
    Ran ran = bench.deploy(all.toArray(String[]::new));
    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
    assertThat(ran.error()).isEqualTo(code);
    assertNothingHappened(nonce);
    return ran;
  }

  private void assertNothingHappened(long nonce) {
    assertThat(chain.rpc().nonce(OWNER)).isEqualTo(nonce);
    assertThat(bench.deployments()).doesNotExist();
  }

  private static List<String> oddities(Ran ran) {
    return ran.json().get("oddities").valueStream().map(o -> o.get("code").asString()).toList();
  }
}
