package org.sessionsettlement.cli.deploy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.sessionsettlement.cli.stack.LocalEscrow;
import org.sessionsettlement.cli.stack.ProjectHome;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.Address;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the verbs as a shell would, with good files in a folder.
 *
 * @param rpcUrl the node that they talk to
 */
record DeployBench(String rpcUrl, Path folder) {
  static final Address OWNER = DevAccounts.OWNER.account().address();

  /** What a verb left: exit code, output and error output. */
  record Ran(int exitCode, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }

    String error() {
      return json().get("error").asString();
    }
  }

  static LocalChain chain(Path folder) {
    return LocalChain.start(
        new LocalChain.Settings(
            AnvilBinary.find(ProjectHome.path()),
            FreePort.any(),
            Duration.ofMillis(500),
            Optional.empty(),
            folder.resolve("anvil.log")),
        InstantSource.system());
  }

  DeployBench writeFiles() throws IOException {
    var settings = LocalEscrow.settings();
    Files.writeString(
        config(),
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
    Files.writeString(key(), DevAccounts.OWNER.privateKey() + "\n");
    return this;
  }

  Path config() {
    return folder.resolve("escrow.properties");
  }

  Path key() {
    return folder.resolve("owner.key");
  }

  Path deployments() {
    return folder.resolve("deployments");
  }

  Path recorded() {
    return deployments().resolve(LocalChain.CHAIN_ID + ".json");
  }

  Ran deploy(String... flags) {
    Stream<String> usual =
        Stream.of(
            "--config=" + config(),
            "--key-file=" + key(),
            "--deployments=" + deployments(),
            "--chain-id=" + LocalChain.CHAIN_ID);
    return run(new DeployCommand(), Stream.concat(usual, Stream.of(flags)));
  }

  Ran status(String... flags) {
    return run(new EscrowCommand(), Stream.concat(Stream.of("status"), Stream.of(flags)));
  }

  private Ran run(Object command, Stream<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Stream<String> url = Stream.of("--rpc-url=" + rpcUrl);
    int exitCode =
        new CommandLine(command)
            .setOverwrittenOptionsAllowed(true)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(Stream.concat(arguments, url).toArray(String[]::new));
    return new Ran(exitCode, out.toString(), err.toString());
  }
}
