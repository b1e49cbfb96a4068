package org.sessionsettlement.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.Address;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs where.
 *
 * @param pid of the process that holds the stack
 * @param data the stack's folder
 */
public record Endpoints(
    String serviceUrl,
    String rpcUrl,
    String databaseUrl,
    String escrow,
    long chainId,
    long pid,
    String data,
    List<Account> accounts) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
          .build();

  /** A funded account of the local chain; its key is known to everybody. */
  public record Account(String name, String address, String privateKey) {}

  static Endpoints of(
      String serviceUrl, String rpcUrl, String databaseUrl, Address escrow, StackFolder folder) {
    List<Account> accounts =
        DevAccounts.all().stream()
            .map(
                dev ->
                    new Account(dev.name(), dev.account().address().toString(), dev.privateKey()))
            .toList();
    return new Endpoints(
        serviceUrl,
        rpcUrl,
        databaseUrl,
        escrow.toString(),
        LocalChain.CHAIN_ID,
        ProcessHandle.current().pid(),
        folder.root().toString(),
        accounts);
  }

  /**
   * Reads what a running stack published.
   *
   * @throws StackException if no stack runs on the folder
   */
  public static Endpoints of(StackFolder folder) {
    try {
      return JSON.readValue(Files.readString(folder.endpoints()), Endpoints.class);
    } catch (IOException | JacksonException e) {
      throw new StackException(
          "no stack is running on " + folder.root() + "; `settle up` starts one", e);
    }
  }

  /** One JSON object. */
  public String json() {
    return JSON.writeValueAsString(this);
  }

  /** What the page at /local shows: no keys. */
  String devPage() {
    List<Map<String, String>> shown =
        accounts.stream().map(a -> Map.of("name", a.name(), "address", a.address())).toList();
    Map<String, String> places =
        Map.of("service", serviceUrl, "chain", rpcUrl, "escrow", escrow, "data", data);
    return JSON.writeValueAsString(Map.of("accounts", shown, "endpoints", places));
  }

  /** Writes the file in one go; closing takes it away again. */
  AutoCloseable publish(Path file) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, json());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return () -> Files.deleteIfExists(file);
  }
}
