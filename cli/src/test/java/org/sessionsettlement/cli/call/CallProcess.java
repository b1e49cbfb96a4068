package org.sessionsettlement.cli.call;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sessionsettlement.cli.stack.SelfCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code settle call --json} in a process of its own, and what it prints. */
final class CallProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  private CallProcess(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  static CallProcess start(Path errors, String... options) throws IOException {
    List<String> verb = new ArrayList<>(List.of("call", "--json"));
    verb.addAll(List.of(options));
    return new CallProcess(
        new ProcessBuilder(SelfCommand.of(verb.toArray(String[]::new)))
            .redirectError(errors.toFile())
            .start());
  }

  /** Reads on until this phase; fails where the output ends before. */
  JsonNode untilPhase(String phase) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      JsonNode read = JsonMapper.shared().readTree(line);
      if (read.path("phase").asString("").equals(phase)) {
        return read;
      }
    }
    throw new AssertionError("settle call ended without " + phase);
  }

  /** The rest of the output: every line is a JSON object, and the last one says what was heard. */
  JsonNode last() throws IOException {
    List<JsonNode> rest = out.lines().map(JsonMapper.shared()::readTree).toList();
    return rest.getLast();
  }

  /** SIGINT, as Ctrl-C sends it. */
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  int exitCode(long seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
