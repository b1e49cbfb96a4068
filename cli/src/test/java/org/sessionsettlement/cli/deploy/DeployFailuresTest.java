package org.sessionsettlement.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sessionsettlement.cli.deploy.DeployBench.OWNER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.cli.deploy.DeployBench.Ran;
import org.sessionsettlement.cli.lock.ProcessLock;
import org.sessionsettlement.cli.stack.LocalEscrow;
import org.sessionsettlement.cli.verb.Refusal;
import org.sessionsettlement.escrow.EscrowCode;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.JsonRpc;
import org.sessionsettlement.tempo.rpc.OkHttpTransport;
import org.sessionsettlement.tempo.rpc.PollClock;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** What can go wrong once a deployment is on its way, and with two of them at once. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before the first test.
class DeployFailuresTest {
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
  void saysThatItRevertedAndWhatThatCost() {
    Address taken = Address.ofContract(OWNER, chain.rpc().nonce(OWNER));
    chain.rpc().request("anvil_setCode", taken.toString(), "0x00");

    Ran ran = bench.deploy("--json");

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(1);
    assertThat(ran.error()).isEqualTo("reverted");
    assertThat(ran.err()).containsPattern("0x[0-9a-f]{64} reverted; it cost [1-9][0-9]* units");
    assertThat(bench.recorded()).doesNotExist();
  }

  @Test
  void doesNotKnowTheOutcomeWhenTheNodeIsCutOffWhileSending() {
    Deployer deployer =
        deployer(
            List.of("eth_sendRawTransaction"), FaultyLine.Fault.LOSES_THE_ANSWER, PollClock.SYSTEM);
    Deployer.Plan plan = deployer.plan(LocalChain.CHAIN_ID);

    List<String> told = assertOutcomeUnknown(deployer, plan);

    assertThat(told).singleElement().asString().contains("the escrow will be " + plan.escrow());
    assertThat(EscrowCode.paymentToken(chain.rpc().code(plan.escrow())))
        .as("it was deployed all the same: whoever tries again without looking has two")
        .contains(LocalEscrow.settings().paymentToken());
  }

  @Test
  void doesNotKnowTheOutcomeWhenNoReceiptCameInTime() {
    HurriedClock clock = new HurriedClock();
    List<String> receipts = List.of("eth_sendRawTransactionSync", "eth_getTransactionReceipt");
    Deployer deployer = deployer(receipts, FaultyLine.Fault.SAYS_NOTHING, clock);

    assertOutcomeUnknown(deployer, deployer.plan(LocalChain.CHAIN_ID));

    assertThat(clock.elapsed)
        .as("longer than the transaction can be mined")
        .isGreaterThan(Duration.ofMinutes(2));
  }

  @Test
  void saysWhatItDeployedWhenItCannotRecordIt() throws IOException {
    Files.createDirectories(bench.recorded().resolve("a folder where the file should go"));

    Ran ran = bench.deploy("--json", "--force");

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(1);
    assertThat(ran.error()).isEqualTo("not_recorded");
    Address escrow = Address.parse(ran.json().get("escrow").asString());
    assertThat(EscrowCode.paymentToken(chain.rpc().code(escrow))).isPresent();
    assertThat(ran.json().get("tx_hash").asString()).startsWith("0x");
    assertThat(bench.deployments()).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void sendsNothingWhenTheRecordCouldNotBeWritten() throws IOException {
    long nonce = chain.rpc().nonce(OWNER);
    Files.writeString(bench.deployments(), "a file where the folder should be");

    Ran ran = bench.deploy("--json");

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
    assertThat(ran.error()).isEqualTo("record_unwritable");
    assertThat(chain.rpc().nonce(OWNER)).isEqualTo(nonce);
  }

  @Test
  void sendsNothingWhileAnotherDeploymentRuns() throws IOException {
    long nonce = chain.rpc().nonce(OWNER);
    Files.createDirectories(bench.deployments());
    try (ProcessLock _ = ProcessLock.take(lock()).orElseThrow()) {
      Ran ran = bench.deploy("--json", "--force");

      assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
      assertThat(ran.error()).isEqualTo("deploy_running");
      assertThat(chain.rpc().nonce(OWNER)).isEqualTo(nonce);
    }
    assertThat(bench.deploy().exitCode()).as("once the other one is over").isZero();
  }

  @Test
  void isNotStoppedByWhatADeploymentThatDiedLeftBehind() throws IOException {
    Files.createDirectories(bench.deployments());
    Files.writeString(lock(), "pid 1");

    Ran ran = bench.deploy();

    assertThat(ran.exitCode()).as(ran.err()).isZero();
  }

  @Test
  void ofTwoAtOnceOneDeploys() {
    long nonce = chain.rpc().nonce(OWNER);

    CompletableFuture<Ran> other = CompletableFuture.supplyAsync(() -> bench.deploy("--json"));
    Ran one = bench.deploy("--json");

    assertThat(List.of(one.exitCode(), other.join().exitCode())).containsExactlyInAnyOrder(0, 2);
    Ran refused = one.exitCode() == 0 ? other.join() : one;
    assertThat(refused.error()).isIn("deploy_running", "already_deployed");
    assertThat(chain.rpc().nonce(OWNER)).isEqualTo(nonce + 1);
  }

  private Path lock() {
    return bench.deployments().resolve(LocalChain.CHAIN_ID + ".json.lock");
  }

  private static List<String> assertOutcomeUnknown(Deployer deployer, Deployer.Plan plan) {
    List<String> told = new ArrayList<>();
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> deployer.deploy(plan, told::add));
    assertThat(refusal.code()).isEqualTo("outcome_unknown");
    assertThat(refusal.exitCode()).isEqualTo(1);
    assertThat(refusal).hasMessageMatching("no receipt for 0x[0-9a-f]{64}: look for it before .*");
    return told;
  }

  private static Deployer deployer(List<String> methods, FaultyLine.Fault fault, PollClock clock) {
    FaultyLine line = new FaultyLine(new OkHttpTransport(chain.rpcUrl()), methods, fault);
    return new Deployer(
        new TempoRpc(new JsonRpc(line), clock),
        DevAccounts.OWNER.account(),
        LocalEscrow.settings());
  }

  /** Each wait is over at once. */
  private static final class HurriedClock implements PollClock {
    private Duration elapsed = Duration.ZERO;

    @Override
    public long nanoTime() {
      return elapsed.toNanos();
    }

    @Override
    public void sleep(Duration duration) {
      elapsed = elapsed.plus(duration);
    }
  }
}
