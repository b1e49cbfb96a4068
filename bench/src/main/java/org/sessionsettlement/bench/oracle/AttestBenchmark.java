package org.sessionsettlement.bench.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * A backlog of bookings that become due at one instant, attested by the whole service and
 * confirmed, beside a plain loop and beside what the chain takes when all is signed ahead. Limits:
 * 10 times the plain loop and 0.6 of the chain; with 25 ms added to every answer of the node 60
 * times the loop; with blocks of 0.5 s and 30M gas 0.9 of what fits into them.
 */
public final class AttestBenchmark {
  private static final int BACKLOG = Integer.getInteger("backlog", 1_000);

  /** Each round has a chain and a service of its own: Anvil gets slower with all that it holds. */
  private static final int ROUNDS = Integer.getInteger("rounds", 2);

  /** The first backlogs meet a JVM that has compiled nothing. */
  private static final int WARM_UPS = 5;

  private static final int WARM_UP_BACKLOG = 200;

  private static final int NEED_MINS = 1;
  private static final int ONE_BY_ONE = 100;
  private static final int MOST_CALLS = 32;

  /** From one backlog's instant to the next one's. */
  private static final long APART_S = 6;

  /** A booking is made more than a minute before it starts, and the service starts after that. */
  private static final long AHEAD_S = 70;

  /** Making a booking takes less than that [1 ms]. */
  private static final long MS_A_BOOKING = 4;

  /** What does not fit into the block that a transaction makes waits for the next of these. */
  private static final Duration BLOCK_AT_LEAST_EVERY = Duration.ofMillis(100);

  private static final Duration FAR = Duration.ofMillis(25);
  private static final Duration BLOCK = Duration.ofMillis(500);

  private final Path folder;
  private final LocalChain chain;
  private final BookedEscrow served;
  private final Deque<BookingKey> apart;
  private final List<Backlog> warmUps;
  private final Backlog backlog;

  /**
   * Makes the bookings.
   *
   * @param others how many besides, which the service does not know of
   */
  private AttestBenchmark(Path folder, LocalChain chain, int others) {
    this.folder = folder;
    this.chain = chain;
    this.served = new BookedEscrow(chain.rpc());
    int all = WARM_UPS * WARM_UP_BACKLOG + BACKLOG + others;
    long start =
        Instant.now().getEpochSecond()
            + AHEAD_S
            + Duration.ofMillis(all * MS_A_BOOKING).toSeconds();
    this.warmUps =
        IntStream.range(0, WARM_UPS)
            .mapToObj(round -> book(WARM_UP_BACKLOG, start + APART_S * round))
            .toList();
    this.backlog = book(BACKLOG, start + APART_S * WARM_UPS);
    this.apart = new ArrayDeque<>(new BookedEscrow(chain.rpc()).book(others, start, NEED_MINS));
  }

  private Backlog book(int bookings, long start) {
    return new Backlog(served.book(bookings, start, NEED_MINS), start);
  }

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
    try (var chain = LocalChain.start(chainSettings(folder), InstantSource.system())) {
      switch (chapter) {
        case "near" -> new AttestBenchmark(folder, chain, 2 * ONE_BY_ONE + BACKLOG).near();
        case "far" -> new AttestBenchmark(folder, chain, ONE_BY_ONE).far();
        case "blocks" -> new AttestBenchmark(folder, chain, 1).blocks();
        default -> throw new IllegalArgumentException("no chapter " + chapter);
      }
    }
  }

  private static LocalChain.Settings chainSettings(Path folder) {
    return new LocalChain.Settings(
        AnvilBinary.findFromWorkingDirectory(),
        FreePort.any(),
        BLOCK_AT_LEAST_EVERY,
        Optional.empty(),
        folder.resolve("anvil.log"));
  }

  private void near() throws IOException {
    try (var service = OracleService.start(folder, chain.rpcUrl(), served.deployment())) {
      var ours = measure(service);
      double loop = new PlainLoop(chain.rpc()).run(take(ONE_BY_ONE));
      var limit = new ChainLimit(chain.rpc());
      var singles = limit.run(take(ONE_BY_ONE), 1);
      var batches = limit.run(take(BACKLOG), MOST_CALLS);
      System.out.printf(
          "  %s; plain loop %,.0f/s: %.1f times; signed ahead, chain %,.0f/s in batches: %.2f of it"
              + " (one by one %,.0f/s)%n",
          text(ours),
          loop,
          ours.atWork() / loop,
          batches.perSecond(),
          ours.atWork() / batches.perSecond(),
          singles.perSecond());
    }
  }

  private void far() throws IOException {
    try (var proxy = new DelayProxy(chain.rpcUrl(), FAR);
        var service = OracleService.start(folder, proxy.url(), served.deployment())) {
      var ours = measure(service);
      double loop = new PlainLoop(TempoRpc.at(proxy.url())).run(take(ONE_BY_ONE));
      System.out.printf(
          "  answers %d ms later: %s; plain loop %,.1f/s: %.0f times%n",
          FAR.toMillis(), text(ours), loop, ours.atWork() / loop);
    }
  }

  private void blocks() throws IOException {
    try (var service = OracleService.start(folder, chain.rpcUrl(), served.deployment());
        var _ = new BlocksEvery(chain, BLOCK)) {
      var ours = measure(service);
      var fill = BlockFill.of(chain.rpc(), backlog);
      System.out.printf("  a block every %d ms: %s; %s%n", BLOCK.toMillis(), text(ours), fill);
    }
  }

  private Backlog.Rate measure(OracleService service) {
    var all = Stream.concat(warmUps.stream(), Stream.of(backlog));
    all.forEach(one -> service.attendance().bothKept(one.bookings(), one.startSeconds()));
    for (var one : warmUps) {
      System.out.printf("  (warming up: %s)%n", text(one.await(service)));
    }
    return backlog.await(service);
  }

  private List<BookingKey> take(int bookings) {
    return Stream.generate(apart::remove).limit(bookings).toList();
  }

  private static String text(Backlog.Rate ours) {
    return String.format(
        "ours %,.0f/s (%,.0f/s from the instant they were due)", ours.atWork(), ours.sinceDue());
  }
}
