package org.sessionsettlement.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.cli.stack.SelfCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole stack at work: real chain, real database, real service, real clients. */
class DemoCommandTest {
  private static final long LIMIT_MINUTES = 8;

  @TempDir Path folder;

  @Test
  void settlesEverySessionAsTheRulebookHasIt() throws Exception {
    JsonNode report = demo("demo", "--json");
    assertThat(attestedKeys(report)).hasSize(10);
  }

  @Test
  void losesNothingAndAttestsNothingTwiceWhenTheServiceIsKilled() throws Exception {
    JsonNode report = demo("demo", "--json", "--kill-service");
    assertThat(Files.readString(folder.resolve("err")))
        .containsPattern("service killed with [1-9] of 10 attested");
    for (JsonNode session : report.get("sessions")) {
      boolean attested = attestedKeys(report).contains(session.get("key").asString());
      assertThat(session.get("attestations").asInt())
          .as(session.get("key").asString())
          .isEqualTo(attested ? 1 : 0);
    }
  }

  /** Those whose attestation is timed. */
  private static Set<String> attestedKeys(JsonNode report) {
    Set<String> keys = new HashSet<>();
    for (JsonNode session : report.get("sessions")) {
      if (session.has("attested_after_ms")) {
        keys.add(session.get("key").asString());
        assertThat(session.get("metrics_verified").asBoolean()).isTrue();
      }
    }
    return keys;
  }

  private JsonNode demo(String... verb) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command = new ArrayList<>(SelfCommand.of(verb));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).isTrue();
      String said = Files.readString(out) + Files.readString(err);
      assertThat(process.exitValue()).as(said).isZero();
      JsonNode report = JsonMapper.shared().readTree(Files.readString(out));
      assertThat(report.get("ok").asBoolean()).as(said).isTrue();
      assertThat(report.get("sessions").size()).isGreaterThanOrEqualTo(12);
      return report;
    } finally {
      process.destroyForcibly();
    }
  }
}
