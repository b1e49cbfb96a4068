package org.sessionsettlement.tempo.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.fee.Fees;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/**
 * A Tempo chain of its own: Anvil from the contracts' npm packages, on a port that the system
 * picks.
 */
public final class TestChain implements AutoCloseable {
  /** The token that pays fees in these tests. */
  public static final Address ALPHA_USD = Address.parse("0x20c0000000000000000000000000000000000001");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final String LISTENING = "Listening on ";

  private final Process anvil;
  private final String url;
  private final TempoRpc rpc;

  private TestChain(Process anvil, String url) {
    this.anvil = anvil;
    this.url = url;
    this.rpc = TempoRpc.at(url);
  }

  /** With the gas rules of mainnet. */
  public static TestChain start() throws IOException {
    return start("T3");
  }

  /** With the rules of another hardfork that Anvil knows; further arguments go to Anvil. */
  public static TestChain start(String hardfork, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(binary().toString(), "--network", "tempo", "--hardfork", hardfork, "--port", "0"));
    command.addAll(List.of(arguments));
    Process anvil = new ProcessBuilder(command).redirectErrorStream(true).start();
    // The build may be stopped in the middle of a test.
    Runtime.getRuntime().addShutdownHook(new Thread(anvil::destroyForcibly));
    return new TestChain(anvil, "http://" + awaitAddress(anvil));
  }

  private static Path binary() throws IOException {
    Path packages = Path.of("..", "contracts", "node_modules", "@foundry-rs");
    try (Stream<Path> all = Files.list(packages)) {
      return all.map(folder -> folder.resolve("bin").resolve("anvil"))
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no Anvil in " + packages));
    }
  }

  private static String awaitAddress(Process anvil) throws IOException {
    BufferedReader out = anvil.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains(LISTENING)) {
        drain(out);
        return line.substring(line.indexOf(LISTENING) + LISTENING.length()).trim();
      }
    }
    throw new IllegalStateException("Anvil ended before it listened");
  }

  /** A pipe that nobody reads stops its writer. */
  private static void drain(BufferedReader out) {
    Thread reader = new Thread(() -> out.lines().forEach(line -> {}), "anvil-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Where it listens, over HTTP. */
  public String url() {
    return url;
  }

  /** Where it listens, over WebSocket. */
  public String webSocketUrl() {
    return url.replaceFirst("^http", "ws");
  }

  /** The chain, typed. */
  public TempoRpc rpc() {
    return rpc;
  }

  /** The newest block's second. */
  public long now() {
    return rpc.block(BlockTag.LATEST).timestampSeconds();
  }

  /** The next block, mined at once, is of this second. */
  public void moveTo(long timestampSeconds) {
    rpc.request("evm_setNextBlockTimestamp", timestampSeconds);
    rpc.request("evm_mine");
  }

  /** Sends a batch with the next nonce and waits for it. */
  public Receipt send(Account account, long gas, Call... calls) {
    return mined(from(account, blank(gas, calls)).build().sign(account));
  }

  /** Sends a batch with an expiring nonce and waits for it. */
  public Receipt sendExpiring(Account account, long gas, Call... calls) {
    return mined(expiring(account, now() + 25, gas, calls));
  }

  /** A batch valid once, until that second. */
  public SignedTransaction expiring(Account account, long validBefore, long gas, Call... calls) {
    return priced(blank(gas, calls)).expiringNonce(validBefore).build().sign(account);
  }

  /** With the account's next nonce. */
  public TempoTransaction.Builder from(Account account, TempoTransaction.Builder builder) {
    return priced(builder).nonce(rpc.nonce(account.address()));
  }

  /** Sends and waits. */
  public Receipt mined(SignedTransaction transaction) {
    return rpc.sendAndWait(transaction, TIMEOUT, LOOK_EVERY);
  }

  /**
   * Waits until nothing is in the pool: Anvil keeps what it will never mine there for a moment, and
   * would take another of its nonce for its replacement.
   */
  public void awaitEmptyPool() {
    long endNanos = System.nanoTime() + TIMEOUT.toNanos();
    while (pooled() > 0) {
      if (System.nanoTime() > endNanos) {
        throw new IllegalStateException("there is still something in the pool");
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private long pooled() {
    JsonValue status = rpc.request("txpool_status");
    return status.get("pending").longQuantity() + status.get("queued").longQuantity();
  }

  private static TempoTransaction.Builder blank(long gas, Call... calls) {
    return TempoTransaction.builder().gasLimit(gas).calls(List.of(calls)).feeToken(ALPHA_USD);
  }

  /** For this chain, at a price that it takes. */
  public TempoTransaction.Builder priced(TempoTransaction.Builder builder) {
    return builder
        .chainId(rpc.chainId())
        .maxFeePerGas(Fees.maxFeePerGas(rpc.baseFee(), BigInteger.ZERO));
  }

  @Override
  public void close() {
    anvil.destroy();
  }
}
