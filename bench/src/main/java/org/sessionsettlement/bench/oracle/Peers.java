package org.sessionsettlement.bench.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * A chain that nobody serves, with bookings that may be attested now, for what ours is held
 * against.
 */
final class Peers implements AutoCloseable {
  /** Bookings start more than a minute after they are made. */
  private static final long AHEAD_S = 300;

  private final LocalChain chain;
  private final Deque<BookingKey> bookings;

  Peers(Path folder, int bookings) {
    this.chain = BenchChain.start(folder, BenchChain.BLOCK_AT_LEAST_EVERY);
    long start = Instant.now().getEpochSecond() + AHEAD_S;
    this.bookings = new ArrayDeque<>(new BookedEscrow(chain.rpc()).book(bookings, start));
    chain.clock().moveTo(start + BookedEscrow.DURATION_S);
  }

  String rpcUrl() {
    return chain.rpcUrl();
  }

  /** By viem, with the node at that address. */
  double viemLoop(String url, int attestations) throws IOException {
    return new ViemLoop(url).run(take(attestations));
  }

  /** By the same library as ours, with the node at that address. */
  double javaLoop(String url, int attestations) {
    return new PlainLoop(TempoRpc.at(url)).run(take(attestations));
  }

  ChainLimit.Figures signedAhead(int attestations, int callsEach) {
    return new ChainLimit(chain.rpc()).run(take(attestations), callsEach);
  }

  private List<BookingKey> take(int attestations) {
    return Stream.generate(bookings::remove).limit(attestations).toList();
  }

  @Override
  public void close() {
    chain.close();
  }
}
