package org.sessionsettlement.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins at a fixed rate, of one party after the other. */
final class JoinLoad {
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);
  private static final int OK = 200;

  private final Latencies latencies = new Latencies();
  private int failures;
  private @Nullable HttpReply firstFailure;

  private JoinLoad() {}

  static JoinLoad run(
      EventLoop loop, InetSocketAddress address, List<Party> parties, int perSecond, Duration time)
      throws IOException {
    var load = new JoinLoad();
    var pool = new HttpPool(loop, address);
    int count = (int) (perSecond * time.toSeconds());
    OpenLoop.start(
        loop,
        perSecond,
        count,
        (number, intendedNanos) -> {
          var party = parties.get(number % parties.size());
          pool.post(
              "/session/join",
              party.token(),
              party.joinBody(),
              reply -> load.answered(reply, intendedNanos));
        });
    long endNanos = System.nanoTime() + time.plus(LAST_ANSWERS).toNanos();
    loop.runUntil(endNanos, () -> load.answers() == count);
    load.failures += count - (int) load.answers();
    return load;
  }

  private void answered(HttpReply reply, long intendedNanos) {
    if (reply.status() == OK) {
      latencies.record(intendedNanos);
    } else {
      failures++;
      firstFailure = firstFailure == null ? reply : firstFailure;
    }
  }

  private long answers() {
    return latencies.count() + failures;
  }

  boolean holds(double p99Ms) {
    return failures == 0 && latencies.p99Ms() <= p99Ms;
  }

  @Override
  public String toString() {
    return latencies + (failures == 0 ? "" : ", " + failures + " failed, first: " + firstFailure);
  }
}
