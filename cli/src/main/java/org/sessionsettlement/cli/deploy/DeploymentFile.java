package org.sessionsettlement.cli.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sessionsettlement.cli.lock.ProcessLock;
import org.sessionsettlement.cli.verb.Refusal;
import org.sessionsettlement.tempo.Address;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The record of a deployment: {@code <folder>/<chain id>.json}. */
record DeploymentFile(Path path) {

  /** What a reader needs of a record. */
  record Recorded(long chainId, Address escrow, Address paymentToken) {}

  static DeploymentFile of(Path folder, long chainId) {
    return new DeploymentFile(folder.resolve(chainId + ".json"));
  }

  /** Refuses where a deployment is recorded already. */
  void requireFree(boolean mayOverwrite) {
    if (!mayOverwrite && Files.exists(path)) {
      throw Refusal.misconfigured(
          "already_deployed", path + " records a deployment; --force replaces it");
    }
  }

  /**
   * Makes the folder, sees that it can be written to, and keeps a second deployment to the same
   * record off, until this is closed or the process ends. To be taken before anything is sent; what
   * the first left behind is looked for after it.
   */
  ProcessLock lock() {
    Path file = path.resolveSibling(path.getFileName() + ".lock");
    try {
      Files.createDirectories(folder());
      Files.delete(Files.createTempFile(folder(), "deployment", ".tmp"));
      return ProcessLock.take(file).orElseThrow(() -> running(file));
    } catch (IOException e) {
      throw Refusal.misconfigured("record_unwritable", folder() + " cannot be written to");
    }
  }

  private Refusal running(Path file) {
    return Refusal.misconfigured(
        "deploy_running",
        "another settle deploy to " + path + " holds " + file + "; await its end");
  }

  /** Writes all of it or nothing. */
  void write(String json) throws IOException {
    Path draft = Files.createTempFile(folder(), "deployment", ".tmp");
    try {
      Files.writeString(draft, json);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  Recorded read() {
    try {
      JsonNode json = JsonMapper.shared().readTree(Files.readString(path));
      return new Recorded(
          json.path("chain_id").asLong(),
          Address.parse(json.path("escrow").asString()),
          Address.parse(json.path("payment_token").asString()));
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      throw Refusal.misconfigured("bad_record", path + " does not record a deployment");
    }
  }

  private Path folder() {
    return path.toAbsolutePath().resolveSibling("").normalize();
  }
}
