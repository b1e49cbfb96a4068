package org.sessionsettlement.bench.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** The plain loop as most would write it, in TypeScript's viem: {@code plain-loop.mjs}. */
record ViemLoop(String rpcUrl) {
  private static final Path SCRIPT = Path.of("bench", "src", "main", "node", "plain-loop.mjs");
  private static final Path ABI = Path.of("contracts", "abi", "SessionEscrowV1.abi.json");

  /** Attests these, whose ids follow each other; a second's worth of it. */
  double run(List<BookingKey> bookings) throws IOException {
    var first = bookings.getFirst();
    var node =
        new ProcessBuilder(
                "node",
                SCRIPT.toString(),
                Path.of("tempo").toAbsolutePath().toString(),
                rpcUrl,
                ABI.toString(),
                first.escrow().toString(),
                Long.toString(first.bookingId()),
                Integer.toString(bookings.size()),
                DevAccounts.ORACLE.privateKey())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (output.isEmpty()) {
      throw new IOException("viem failed: run this from the root, after `npm install` in tempo");
    }
    return Double.parseDouble(JsonValue.parse(output).get("perSecond").text());
  }
}
