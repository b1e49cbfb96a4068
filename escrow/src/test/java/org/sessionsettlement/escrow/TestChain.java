package org.sessionsettlement.escrow;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.transaction.Fees;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/**
 * A Tempo chain of its own: Anvil from the contracts' npm packages, on a port that the system
 * picks.
 */
final class TestChain implements AutoCloseable {
  static final Address ALPHA_USD = Address.parse("0x20c0000000000000000000000000000000000001");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final String LISTENING = "Listening on ";

  private final Process anvil;
  private final TempoRpc rpc;

  private TestChain(Process anvil, String url) {
    this.anvil = anvil;
    this.rpc = TempoRpc.at(url);
  }

  static TestChain start() throws IOException {
    Process anvil =
        new ProcessBuilder(
                binary().toString(), "--network", "tempo", "--hardfork", "T3", "--port", "0")
            .redirectErrorStream(true)
            .start();
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

  TempoRpc rpc() {
    return rpc;
  }

  long now() {
    return rpc.block(BlockTag.LATEST).timestampSeconds();
  }

  /** The next block, mined at once, is of this second. */
  void moveTo(long timestampSeconds) {
    rpc.request("evm_setNextBlockTimestamp", timestampSeconds);
    rpc.request("evm_mine");
  }

  Receipt send(Secp256k1Account account, long gas, Call... calls) {
    return mined(from(account, blank(gas, calls)).build().sign(account));
  }

  Receipt sendExpiring(Secp256k1Account account, long gas, Call... calls) {
    return mined(expiring(account, now() + 25, gas, calls));
  }

  SignedTransaction expiring(Secp256k1Account account, long validBefore, long gas, Call... calls) {
    return priced(blank(gas, calls)).expiringNonce(validBefore).build().sign(account);
  }

  /** With the account's next nonce. */
  TempoTransaction.Builder from(Secp256k1Account account, TempoTransaction.Builder builder) {
    return priced(builder).nonce(rpc.nonce(account.address()));
  }

  Receipt mined(SignedTransaction transaction) {
    return rpc.sendAndWait(transaction, TIMEOUT, LOOK_EVERY);
  }

  private static TempoTransaction.Builder blank(long gas, Call... calls) {
    return TempoTransaction.builder().gasLimit(gas).calls(List.of(calls)).feeToken(ALPHA_USD);
  }

  private TempoTransaction.Builder priced(TempoTransaction.Builder builder) {
    return builder
        .chainId(rpc.chainId())
        .maxFeePerGas(Fees.maxFeePerGas(rpc.baseFee(), BigInteger.ZERO));
  }

  @Override
  public void close() {
    anvil.destroy();
  }
}
