package org.sessionsettlement.controlplane.ops;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.controlplane.telemetry.Metric;

/**
 * How far the service's clock and the chain's blocks are apart. Windows are judged by the trusted
 * block's time, presence by the service's clock: where these differ, one of them is wrong, the
 * chain stands still, or the node is behind.
 */
public final class ChainSkew {
  private static final double MS_PER_SECOND = 1_000;

  private final Supplier<Heads> heads;
  private final InstantSource clock;
  private volatile Optional<Skew> seen = Optional.empty();

  /**
   * @param heads asks the chain; what it throws when the chain is away, {@link #tick} throws too
   */
  public ChainSkew(Supplier<Heads> heads, InstantSource clock) {
    this.heads = heads;
    this.clock = clock;
  }

  /**
   * The times of two blocks, unix seconds.
   *
   * @param latestSeconds of the newest
   * @param trustedSeconds of the newest that the oracle believes
   */
  public record Heads(long latestSeconds, long trustedSeconds) {}

  /** The service's clock less the block's time, seconds. */
  private record Skew(double latest, double trusted) {}

  /** Shows what the newest tick has seen; unknown while the chain is away. */
  public void showOn(Meters meters) {
    meters.gauge(Metric.CHAIN_SKEW, () -> seen.map(Skew::latest).orElse(Double.NaN));
    meters.gauge(Metric.CHAIN_TRUSTED_AGE, () -> seen.map(Skew::trusted).orElse(Double.NaN));
  }

  /** Asks the chain. */
  public void tick() {
    try {
      seen = Optional.of(compare(heads.get()));
    } catch (RuntimeException e) {
      seen = Optional.empty();
      throw e;
    }
  }

  private Skew compare(Heads now) {
    double clockSeconds = clock.millis() / MS_PER_SECOND;
    return new Skew(clockSeconds - now.latestSeconds(), clockSeconds - now.trustedSeconds());
  }

  /** In words, for people. */
  public String text() {
    return seen.map(ChainSkew::text).orElse("not compared with the chain's");
  }

  private static String text(Skew skew) {
    String which = skew.latest() < 0 ? "behind" : "ahead of";
    return String.format(Locale.ROOT, "%.1f s %s the newest block", Math.abs(skew.latest()), which);
  }
}
