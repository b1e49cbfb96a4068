package org.sessionsettlement.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.Rulebook;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.rules.Verdict;

/**
 * How long the rulebook takes for an hour's session with ten intervals a party. The limit it is
 * held against: 5 microseconds a decision.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecideBenchmark {
  private static final SlotTerms SLOT = new SlotTerms(1_800_000_000, 60, 10, 30);
  private static final int INTERVALS = 10;
  private static final long MINUTE_MS = 60_000;

  /** What happened. */
  public enum Session {
    /** Both reconnect every six minutes and are mostly there. */
    COMPLETED,
    /** The guest is there for two minutes of every six. */
    NO_SHOW,
    /** As the no-show, with ten short outages between. */
    NO_SHOW_WITH_GAPS,
    /** As completed, but only ten minutes are known yet. */
    RUNNING
  }

  /** Which session is decided. */
  @Param public Session session = Session.COMPLETED;

  private Facts facts = facts(session);

  /** Makes the facts once. */
  @Setup
  public void setUp() {
    facts = facts(session);
  }

  private static Facts facts(Session session) {
    List<Interval> mostly = presence(0, 350_000);
    List<Interval> alsoMostly = presence(2_000, 340_000);
    List<Interval> rarely = presence(2_000, 120_000);
    return switch (session) {
      case COMPLETED -> known(61, mostly, alsoMostly, List.of());
      case NO_SHOW -> known(61, mostly, rarely, List.of());
      case NO_SHOW_WITH_GAPS -> known(61, mostly, rarely, presence(200_000, 20_000));
      case RUNNING -> known(10, mostly, alsoMostly, List.of());
    };
  }

  private static Facts known(
      long minutes, List<Interval> host, List<Interval> guest, List<Interval> gaps) {
    long watermarkMs = SLOT.startMs() + minutes * MINUTE_MS;
    return new Facts(SLOT, host, guest, gaps, watermarkMs, watermarkMs / 1_000);
  }

  /** The verdict. */
  @Benchmark
  public Verdict decide() {
    return Rulebook.decide(facts);
  }

  /** The scheduler's answer, which decides first. */
  @Benchmark
  public OptionalLong lookAgain() {
    return Rulebook.lookAgainMs(facts);
  }

  /** Runs this benchmark alone. */
  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(DecideBenchmark.class.getSimpleName()).build()).run();
  }

  /** Ten intervals, one every six minutes, in no order. */
  private static List<Interval> presence(long offsetMs, long lengthMs) {
    List<Interval> presence = new ArrayList<>();
    for (int i = 0; i < INTERVALS; i++) {
      int shuffled = i * 7 % INTERVALS;
      long from = SLOT.startMs() + shuffled * 6L * MINUTE_MS + offsetMs;
      presence.add(new Interval(from, from + lengthMs));
    }
    return presence;
  }
}
