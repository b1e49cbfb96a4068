package org.sessionsettlement.bench.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A backlog of bookings that become due at one instant, attested by the whole service and
 * confirmed, beside plain loops and beside what the chain takes when all is signed ahead. Limits:
 * 10 times the plain loop and 0.6 of the chain; with 25 ms added to every answer of the node 60
 * times the loop; with blocks of 0.5 s and 30M gas 0.9 of what fits into them.
 */
public final class AttestBenchmark {
  private static final int BACKLOG = Integer.getInteger("backlog", 1_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 2);
  private static final int ONE_BY_ONE = 100;
  private static final int MOST_CALLS = 32;
  private static final Duration FAR = Duration.ofMillis(25);
  private static final Duration BLOCK = Duration.ofMillis(500);

  private AttestBenchmark() {}

  /** Arguments: which of {@code near}, {@code far} and {@code blocks} to run; all without any. */
  public static void main(String[] args) throws IOException {
    for (String chapter : args.length == 0 ? List.of("near", "far", "blocks") : List.of(args)) {
      for (int round = 0; round < ROUNDS; round++) {
        run(chapter, Files.createTempDirectory("attest-" + chapter));
      }
    }
  }

  private static void run(String chapter, Path folder) throws IOException {
    System.out.printf("%s: a backlog of %,d; logs in %s%n", chapter, BACKLOG, folder);
    switch (chapter) {
      case "near" -> near(folder);
      case "far" -> far(folder);
      case "blocks" -> blocks(folder);
      default -> throw new IllegalArgumentException("no chapter " + chapter);
    }
  }

  private static void near(Path folder) throws IOException {
    Backlog.Rate ours;
    try (var served = new ServedChain(folder, BACKLOG);
        var service = OracleService.start(folder, served.chain().rpcUrl(), served.deployment())) {
      ours = served.measure(service);
    }
    try (var peers = new Peers(folder, 3 * ONE_BY_ONE + BACKLOG)) {
      double viem = peers.viemLoop(peers.rpcUrl(), ONE_BY_ONE);
      double java = peers.javaLoop(peers.rpcUrl(), ONE_BY_ONE);
      double singles = peers.signedAhead(ONE_BY_ONE, 1).perSecond();
      double batches = peers.signedAhead(BACKLOG, MOST_CALLS).perSecond();
      System.out.printf("  ours %s%n", text(ours));
      System.out.printf(
          "  plain loop, unconfirmed: viem %,.0f/s: %.1f times; in Java %,.0f/s: %.1f times%n",
          viem, ours.atWork() / viem, java, ours.atWork() / java);
      System.out.printf(
          "  signed ahead: one by one %,.0f/s; %d a transaction %,.0f/s: %.2f of it%n",
          singles, MOST_CALLS, batches, ours.atWork() / batches);
    }
  }

  private static void far(Path folder) throws IOException {
    Backlog.Rate ours;
    try (var served = new ServedChain(folder, BACKLOG);
        var proxy = new DelayProxy(served.chain().rpcUrl(), FAR);
        var service = OracleService.start(folder, proxy.url(), served.deployment())) {
      ours = served.measure(service);
    }
    try (var peers = new Peers(folder, 2 * ONE_BY_ONE);
        var proxy = new DelayProxy(peers.rpcUrl(), FAR)) {
      double viem = peers.viemLoop(proxy.url(), ONE_BY_ONE);
      double java = peers.javaLoop(proxy.url(), ONE_BY_ONE);
      System.out.printf("  answers %d ms later: ours %s%n", FAR.toMillis(), text(ours));
      System.out.printf(
          "  plain loop, unconfirmed: viem %,.1f/s: %.0f times; in Java %,.1f/s: %.0f times%n",
          viem, ours.atWork() / viem, java, ours.atWork() / java);
    }
  }

  private static void blocks(Path folder) throws IOException {
    try (var served = new ServedChain(folder, BACKLOG);
        var service = OracleService.start(folder, served.chain().rpcUrl(), served.deployment());
        var _ = new BlocksEvery(served.chain(), BLOCK)) {
      var ours = served.measure(service);
      var fill = BlockFill.of(served.chain().rpc(), served.backlog());
      System.out.printf("  a block every %d ms: ours %s; %s%n", BLOCK.toMillis(), text(ours), fill);
    }
  }

  private static String text(Backlog.Rate ours) {
    return String.format(
        "%,.0f/s from the first decision to the last receipt, %,.0f/s from the instant they were"
            + " due",
        ours.atWork(), ours.sinceDue());
  }
}
