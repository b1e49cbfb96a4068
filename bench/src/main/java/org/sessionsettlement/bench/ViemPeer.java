package org.sessionsettlement.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** viem under Node, doing what {@link TransactionBenchmark} does. */
final class ViemPeer {
  private static final String SECONDS_A_MEASUREMENT = "10";

  private ViemPeer() {}

  /**
   * Operations a second.
   *
   * @param expected the bytes that both must have made
   */
  static Map<String, Double> rates(Bytes expected) throws IOException, InterruptedException {
    Process node =
        new ProcessBuilder(
                "node",
                Path.of("bench", "src", "main", "node", "viem-rate.mjs").toString(),
                Path.of("tempo").toAbsolutePath().toString(),
                SECONDS_A_MEASUREMENT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (node.waitFor() != 0) {
      throw new IOException("viem failed: run this from the root, after `./settle test -pl tempo`");
    }
    JsonValue answer = JsonValue.parse(output);
    if (!answer.get("bytes").bytes().equals(expected)) {
      throw new IllegalStateException("viem made another transaction: nothing to compare");
    }
    return Map.of(
        "signAndHash", answer.get("signAndHash").decimal(),
        "readAndRecover", answer.get("readAndRecover").decimal());
  }
}
