package org.sessionsettlement.controlplane.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.rules.Interval;

class GapFinderTest {
  private static final Interval WINDOW = new Interval(100_000, 200_000);

  @Test
  void findsNoneWhileSomeNodeWroteEverySecond() {
    assertThat(GapFinder.gaps(rows(80_000, 210_000, 1_000), false, WINDOW)).isEmpty();
  }

  @Test
  void bearsSilenceOfExactlyALease() {
    assertThat(GapFinder.gaps(rows(85_000, 215_000, 15_000), false, WINDOW)).isEmpty();
  }

  @Test
  void runsFromTheLastRowBeforeToALeaseAfterTheFirstRowAfter() {
    var rows =
        List.of(84_000L, 99_000L, 110_000L, 120_000L, 135_001L, 150_001L, 165_000L, 180_000L);
    assertThat(GapFinder.gaps(rows, false, new Interval(100_000, 180_000)))
        .containsExactly(new Interval(120_000, 150_001));
  }

  @Test
  void countsTheLeaseForReturningAfterAnOutageThatEndedBeforeTheWindow() {
    var rows =
        List.of(40_000L, 90_000L, 105_000L, 120_000L, 135_000L, 150_000L, 165_000L, 180_000L);
    assertThat(GapFinder.gaps(rows, false, new Interval(100_000, 180_000)))
        .containsExactly(new Interval(100_000, 105_000));
  }

  @Test
  void takesEverythingBeforeTheInstallationsFirstRowAsAGap() {
    assertThat(GapFinder.gaps(rows(150_000, 210_000, 1_000), true, WINDOW))
        .containsExactly(new Interval(100_000, 165_000));
  }

  @Test
  void takesEverythingAsAGapWhereNoRowWasEverWritten() {
    assertThat(GapFinder.gaps(List.of(), true, WINDOW)).containsExactly(WINDOW);
  }

  @Test
  void unitesOutagesWhoseTimesForReturningOverlap() {
    var rows =
        List.of(
            85_000L, 100_000L, 120_000L, 125_000L, 145_000L, 160_000L, 175_000L, 190_000L,
            205_000L);
    assertThat(GapFinder.gaps(rows, false, WINDOW)).containsExactly(new Interval(100_000, 160_000));
  }

  private static List<Long> rows(long fromMs, long untilMs, long stepMs) {
    return LongStream.iterate(fromMs, at -> at <= untilMs, at -> at + stepMs).boxed().toList();
  }
}
