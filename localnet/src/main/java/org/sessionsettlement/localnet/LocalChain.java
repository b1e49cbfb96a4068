package org.sessionsettlement.localnet;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * A Tempo chain of one's own: Anvil in Tempo mode at hardfork T3, whose gas rules are those of
 * mainnet. Blocks come with each transaction and every {@link Settings#blockInterval()} besides.
 */
public final class LocalChain implements AutoCloseable {
  /** Anvil's chain id. */
  public static final long CHAIN_ID = 31_337;

  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final Duration TERM_BOUND = Duration.ofSeconds(15);

  /**
   * How to run the chain.
   *
   * @param anvil the program, see {@link AnvilBinary}
   * @param port on 127.0.0.1
   * @param blockInterval how often a block comes without a transaction
   * @param state where the chain is kept across restarts; empty: nowhere
   * @param logFile Anvil's output
   */
  public record Settings(
      Path anvil, int port, Duration blockInterval, Optional<State> state, Path logFile) {}

  /**
   * Where the chain is kept.
   *
   * @param file one file, written every {@code interval} and when the chain is stopped
   */
  public record State(Path file, Duration interval) {}

  private final SupervisedProcess anvil;
  private final ChainTicker ticker;
  private final TempoRpc rpc;
  private final String rpcUrl;

  private LocalChain(SupervisedProcess anvil, ChainTicker ticker, TempoRpc rpc, String rpcUrl) {
    this.anvil = anvil;
    this.ticker = ticker;
    this.rpc = rpc;
    this.rpcUrl = rpcUrl;
  }

  /**
   * Starts the chain and returns once it answers.
   *
   * @throws LocalnetException if it does not start, or has another chain id
   */
  public static LocalChain start(Settings settings, InstantSource wall) {
    String url = "http://127.0.0.1:" + settings.port();
    TempoRpc rpc = TempoRpc.at(url);
    SupervisedProcess anvil = SupervisedProcess.start(process(settings));
    try {
      anvil.awaitReady(() -> answers(rpc), READY_LIMIT);
      requireChainId(rpc);
      new AnvilClock(rpc).resumeFrom(wall.instant().getEpochSecond());
      return new LocalChain(anvil, ChainTicker.start(rpc, settings.blockInterval()), rpc, url);
    } catch (RuntimeException e) {
      anvil.close();
      throw e;
    }
  }

  public String rpcUrl() {
    return rpcUrl;
  }

  public TempoRpc rpc() {
    return rpc;
  }

  public AnvilClock clock() {
    return new AnvilClock(rpc);
  }

  /**
   * Keeps blocks from coming until it is closed: what is sent meanwhile waits in the pool, as on a
   * chain between its blocks. Moving time still makes its block.
   */
  public BlockHold holdBlocks() {
    return new BlockHold(rpc, ticker);
  }

  public boolean isAlive() {
    return anvil.isAlive();
  }

  /** Ends the chain as {@code kill -9} does: what was not yet written of its state is lost. */
  public void kill() {
    ticker.close();
    anvil.kill();
    anvil.close();
  }

  /** Stops the chain; its state, if kept, is written. */
  @Override
  public void close() {
    ticker.close();
    anvil.close();
  }

  private static SupervisedProcess.Spec process(Settings settings) {
    return new SupervisedProcess.Spec(
        "anvil", command(settings), Map.of(), settings.logFile(), TERM_BOUND);
  }

  private static List<String> command(Settings settings) {
    List<String> command = new ArrayList<>();
    command.add(settings.anvil().toString());
    command.addAll(List.of("--quiet", "--network", "tempo", "--hardfork", "T3"));
    command.addAll(List.of("--host", "127.0.0.1", "--port", Integer.toString(settings.port())));
    settings
        .state()
        .ifPresent(
            state -> {
              command.addAll(List.of("--state", state.file().toString()));
              command.addAll(
                  List.of("--state-interval", Long.toString(state.interval().toSeconds())));
            });
    return command;
  }

  private static boolean answers(TempoRpc rpc) {
    try {
      return rpc.chainId() > 0;
    } catch (RpcException e) {
      return false;
    }
  }

  private static void requireChainId(TempoRpc rpc) {
    long chainId = rpc.chainId();
    if (chainId != CHAIN_ID) {
      throw new LocalnetException("expected chain " + CHAIN_ID + ", the node says " + chainId);
    }
  }
}
