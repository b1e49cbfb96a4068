package org.sessionsettlement.bench.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * A backlog of due bookings attested and confirmed, beside a plain loop and the chain's own limit
 * in the same run; and a sweep over many bookings of which none is due.
 */
public final class AttestBenchmark {
  private static final int BACKLOG = 1_000;
  private static final int ROUNDS = 4;
  private static final int PLAIN = 100;
  private static final int SENDERS = 4;
  private static final int BATCH = 32;
  private static final int NOT_DUE = 100_000;
  private static final long UNTIL_START_SECONDS = 600;
  private static final long AFTER_END_SECONDS = 30;

  private AttestBenchmark() {}

  /** Prints a line a round; the first warms up the JVM. */
  public static void main(String[] args) throws IOException {
    var folder = Files.createTempDirectory("attest-bench");
    var bench = new OracleBenchChain(folder);
    try (var oracle = new OracleUnderTest(folder, bench, bench.rpc())) {
      for (int round = 1; round <= ROUNDS; round++) {
        round(bench, oracle, round);
      }
      oracle.fillWithWhatIsNotDue(NOT_DUE);
      System.out.printf(
          "sweep over %,d bookings, none due: %.1f ms (limit 100)%n", NOT_DUE, oracle.idleSweepMs(51));
    }
  }

  private static void round(OracleBenchChain bench, OracleUnderTest oracle, int round) {
    long start = bench.chain.clock().nowSeconds() + UNTIL_START_SECONDS;
    var ours = bench.book(BACKLOG, start);
    oracle.sessionsHappen(start);
    var theirs = bench.book(PLAIN + BACKLOG, start);
    bench.chain.clock().moveTo(start + OracleBenchChain.DURATION_MINS * 60 + AFTER_END_SECONDS);
    double our = oracle.perSecond(ours.size());
    double plain = PlainLoop.perSecond(bench, bench.rpc(), theirs.subList(0, PLAIN));
    List<Long> signedAhead = theirs.subList(PLAIN, theirs.size());
    double chain = ChainLimit.perSecond(bench, signedAhead, BATCH, SENDERS);
    System.out.printf(
        "round %d: oracle %.0f/s, plain loop %.0f/s (ratio %.1f, limit 10), chain, batched %.0f/s"
            + " (ratio %.2f, limit 0.6)%n",
        round, our, plain, our / plain, chain, our / chain);
  }
}
