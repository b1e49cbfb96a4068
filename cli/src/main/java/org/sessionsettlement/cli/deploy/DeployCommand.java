package org.sessionsettlement.cli.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.lock.ProcessLock;
import org.sessionsettlement.cli.verb.KeyFile;
import org.sessionsettlement.cli.verb.Verb;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code settle deploy}: puts an escrow on a chain that was named, and records it. */
@Command(
    name = "deploy",
    usageHelpWidth = 110,
    description = {
      "Deploys SessionEscrowV1; the key's account becomes its owner and pays in the payment token.",
      "",
      "Everything that can be known is checked before anything is sent. The deployed code is"
          + " verified, and the deployment recorded in <folder>/<chain id>.json."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A --config file is a Java properties file; every value is needed, there or as a flag:",
      "  payment-token=0x20c0000000000000000000000000000000000001",
      "  oracle=0x...",
      "  treasury=0x...",
      "  fee-bps=500",
      "  challenge-window-seconds=3600",
      "  challenge-bond-units=5000000",
      "  late-cancel-penalty-bps=5000",
      "  no-attest-buffer-seconds=10800",
      "  dispute-timeout-seconds=86400"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:deployed, verified and recorded; with --dry-run: it could be",
      "1:tried and failed: reverted, outcome_unknown, code_not_ours, not_recorded; or the node does"
          + " not answer: rpc_failed",
      "2:refused: bad_settings, bad_config, bad_key, key_unreadable, wrong_chain, bad_token,"
          + " cannot_pay, already_deployed, deploy_running, record_unwritable; nothing was sent"
    })
public final class DeployCommand implements Callable<Integer> {
  private static final int OK = 0;
  private static final int FAILED = 1;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--rpc-url", required = true, paramLabel = "URL", description = "The node.")
  private String rpcUrl = "";

  @Option(
      names = "--chain-id",
      required = true,
      paramLabel = "ID",
      description = "The chain that is meant; a node on another one is refused.")
  private long chainId;

  @Option(
      names = "--key-file",
      required = true,
      paramLabel = "FILE",
      description = "A file with the owner's private key, 64 hex digits.")
  private Path keyFile = Path.of("");

  @ArgGroup(exclusive = false, heading = "%nConstructor values:%n")
  private SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--deployments",
      paramLabel = "FOLDER",
      defaultValue = "deployments",
      description = "Where deployments are recorded (default: ${DEFAULT-VALUE}).")
  private Path deployments = Path.of("deployments");

  @Option(names = "--force", description = "Replace the record of an earlier deployment.")
  private boolean isForced;

  @Option(names = "--dry-run", description = "Check and print only; send and write nothing.")
  private boolean isDryRun;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean isJson;

  @Override
  public Integer call() {
    Verb verb = new Verb(java.util.Objects.requireNonNull(spec), isJson);
    return verb.run(() -> deploy(verb));
  }

  private int deploy(Verb verb) {
    EscrowSettings values = settings.read();
    DeploymentFile file = DeploymentFile.of(deployments, chainId);
    file.requireFree(isForced);
    Deployer deployer = new Deployer(TempoRpc.at(rpcUrl), KeyFile.read(keyFile), values);
    Deployer.Plan plan = deployer.plan(chainId);
    if (isDryRun) {
      verb.say(planned(plan, values));
      return OK;
    }
    try (ProcessLock _ = file.lock()) {
      file.requireFree(isForced);
      return record(file, deployed(plan, values, deployer.deploy(plan, verb::tell)), verb);
    }
  }

  private static Answer planned(Deployer.Plan plan, EscrowSettings values) {
    return new Answer()
        .put("dry_run", true)
        .put("chain_id", plan.chainId())
        .put("escrow", plan.escrow())
        .units("max_fee_units", plan.maxFeeUnits())
        .settings(values, plan.owner())
        .oddities(Oddities.of(values, plan.owner(), plan.escrow()));
  }

  private static Answer deployed(
      Deployer.Plan plan, EscrowSettings values, Deployer.Deployed deployed) {
    return new Answer()
        .put("chain_id", plan.chainId())
        .put("escrow", deployed.escrow())
        .put("tx_hash", deployed.receipt().transactionHash())
        .put("block", deployed.receipt().blockNumber())
        .put("gas_used", deployed.receipt().gasUsed())
        .units("fee_units", deployed.feeUnits())
        .put("code_hash", deployed.codeHash())
        .settings(values, plan.owner())
        .oddities(Oddities.of(values, plan.owner(), deployed.escrow()));
  }

  private static int record(DeploymentFile file, Answer answer, Verb verb) {
    try {
      file.write(answer.prettyJson());
    } catch (IOException e) {
      return deployedButNotRecorded(file, answer, verb);
    }
    verb.say(answer);
    return OK;
  }

  /** It was done all the same: one answer that has the failure in it. */
  private static int deployedButNotRecorded(DeploymentFile file, Answer answer, Verb verb) {
    String code = "not_recorded";
    String message = "deployed and verified, but " + file.path() + " could not be written";
    verb.tell(code + ": " + message);
    verb.say(answer.put("error", code).put("message", message));
    return FAILED;
  }
}
