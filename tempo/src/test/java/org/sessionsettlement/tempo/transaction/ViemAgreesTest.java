package org.sessionsettlement.tempo.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.transaction.RandomTransactions.Sample;

/**
 * The same random transactions through the TypeScript library and through this one. Another seed:
 * {@code -Dviem.seed=}, more of them: {@code -Dviem.samples=}.
 */
class ViemAgreesTest {
  private static final long SEED = Long.getLong("viem.seed", 20_261_125);
  private static final int SAMPLES = Integer.getInteger("viem.samples", 400);
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  @Test
  void bothMakeTheSameBytesHashAndSender(@TempDir Path folder) throws Exception {
    RandomTransactions random = new RandomTransactions(SEED);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      samples.add(random.next());
    }
    List<String> lines = peer(folder, samples);
    assertThat(lines).hasSameSizeAs(samples);
    for (int i = 0; i < SAMPLES; i++) {
      SignedTransaction ours = samples.get(i).signed();
      JsonValue theirs = JsonValue.parse(lines.get(i));
      String where = "seed %d, sample %d, %s".formatted(SEED, i, ours.transaction());
      assertThat(theirs.names()).as("%s: %s", where, theirs).doesNotContain("error");
      assertThat(theirs.get("bytes").bytes()).as(where).isEqualTo(ours.bytes());
      assertThat(theirs.get("hash").hash()).as(where).isEqualTo(ours.hash());
      assertThat(theirs.get("sender").address()).as(where).isEqualTo(ours.sender());
    }
  }

  private static List<String> peer(Path folder, List<Sample> samples)
      throws IOException, InterruptedException {
    Path in = folder.resolve("samples");
    Path out = folder.resolve("answers");
    Files.write(in, samples.stream().map(one -> JSON.toJson(TransactionJson.of(one))).toList());
    Process node =
        new ProcessBuilder("node", "src/test/node/transactions.mjs")
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectErrorStream(false)
            .redirectError(folder.resolve("errors").toFile())
            .start();
    int exit = node.waitFor();
    assertThat(exit).as(Files.readString(folder.resolve("errors"))).isZero();
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }
}
