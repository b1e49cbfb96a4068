package org.sessionsettlement.bench.oracle;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.localnet.LocalDeployment;

/** A chain whose escrow the service serves, with a backlog and some smaller ones before it. */
final class ServedChain implements AutoCloseable {
  /** The first backlogs meet a JVM that has compiled nothing. */
  private static final int WARM_UPS = 12;

  private static final int WARM_UP_BACKLOG = 100;

  /** From one backlog's instant to the next one's. */
  private static final long APART_S = 5;

  /** A booking is made more than a minute before it starts, and the service starts after that. */
  private static final long AHEAD_S = 72;

  /** Making a booking takes less than that [1 ms]. */
  private static final long MS_A_BOOKING = 4;

  private final LocalChain chain;
  private final BookedEscrow escrow;
  private final List<Backlog> warmUps;
  private final Backlog backlog;

  ServedChain(Path folder, int bookings) {
    this.chain = BenchChain.start(folder, BenchChain.BLOCK_AT_LEAST_EVERY);
    this.escrow = new BookedEscrow(chain.rpc());
    int all = WARM_UPS * WARM_UP_BACKLOG + bookings;
    long start =
        Instant.now().getEpochSecond()
            + AHEAD_S
            + Duration.ofMillis(all * MS_A_BOOKING).toSeconds();
    this.warmUps =
        IntStream.range(0, WARM_UPS)
            .mapToObj(round -> book(WARM_UP_BACKLOG, start + APART_S * round))
            .toList();
    this.backlog = book(bookings, start + APART_S * WARM_UPS);
  }

  private Backlog book(int bookings, long start) {
    return new Backlog(escrow.book(bookings, start), start);
  }

  LocalChain chain() {
    return chain;
  }

  LocalDeployment deployment() {
    return escrow.deployment();
  }

  Backlog backlog() {
    return backlog;
  }

  /** Has everybody attend, and waits until all is attested. */
  Backlog.Rate measure(OracleService service) {
    var all = Stream.concat(warmUps.stream(), Stream.of(backlog));
    all.forEach(one -> service.attendance().bothKept(one.bookings(), one.startSeconds()));
    warmUps.forEach(one -> one.await(service));
    return backlog.await(service);
  }

  @Override
  public void close() {
    chain.close();
  }
}
