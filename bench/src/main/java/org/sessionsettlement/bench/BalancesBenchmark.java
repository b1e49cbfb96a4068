package org.sessionsettlement.bench;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;

/**
 * 5,000 balances of a token as of one block, from a local chain. The limit it is held against: one
 * second.
 */
public final class BalancesBenchmark {
  private static final int ACCOUNTS = 5_000;
  private static final int ROUNDS = 25;
  private static final Tip20 TOKEN =
      new Tip20(Address.parse("0x20c0000000000000000000000000000000000001"));

  private BalancesBenchmark() {}

  /** Prints the first round of a new JVM, and the median of those after it. */
  public static void main(String[] args) throws IOException {
    LocalChain.Settings settings =
        new LocalChain.Settings(
            AnvilBinary.findFromWorkingDirectory(),
            FreePort.any(),
            Duration.ofSeconds(2),
            Optional.empty(),
            Files.createTempFile("anvil", ".log"));
    try (LocalChain chain = LocalChain.start(settings, InstantSource.system())) {
      List<ContractRead<BigInteger>> reads =
          LongStream.rangeClosed(1, ACCOUNTS)
              .mapToObj(number -> Address.parse(String.format("0x%040x", number)))
              .map(TOKEN::balanceOf)
              .toList();
      long[] millis = new long[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        millis[round] = millisOf(chain.rpc(), reads);
      }
      long first = millis[0];
      long[] warm = Arrays.copyOfRange(millis, 1, ROUNDS);
      Arrays.sort(warm);
      System.out.printf(
          "%,d balances: first round %d ms; then median %d ms, %d to %d (limit 1,000 ms)%n",
          ACCOUNTS, first, warm[warm.length / 2], warm[0], warm[warm.length - 1]);
    }
  }

  private static long millisOf(TempoRpc rpc, List<ContractRead<BigInteger>> reads) {
    long start = System.nanoTime();
    int read = rpc.readAll(reads, BlockTag.number(rpc.blockNumber())).size();
    if (read != ACCOUNTS) {
      throw new IllegalStateException(read + " balances read");
    }
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
