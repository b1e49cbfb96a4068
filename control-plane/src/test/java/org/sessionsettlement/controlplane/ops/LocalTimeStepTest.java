package org.sessionsettlement.controlplane.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.ops.LocalTimeStep.Session;

class LocalTimeStepTest {
  private static final Session NOON = new Session(43_200, 45_000);

  @Test
  void jumpsWhereNobodyWaits() {
    assertThat(LocalTimeStep.next(0, 40_000, List.of())).isEqualTo(40_000);
  }

  @Test
  void stopsBeforeASessionOpens() {
    assertThat(LocalTimeStep.next(0, 90_000, List.of(NOON))).isEqualTo(43_200 - 320);
  }

  @Test
  void walksWhileOneRunsAndUntilItsLeasesAreOver() {
    assertThat(LocalTimeStep.next(43_200 - 320, 90_000, List.of(NOON))).isEqualTo(43_200 - 315);
    assertThat(LocalTimeStep.next(45_014, 90_000, List.of(NOON))).isEqualTo(45_019);
    assertThat(LocalTimeStep.next(45_015, 90_000, List.of(NOON))).isEqualTo(90_000);
  }

  @Test
  void neverPassesItsTargetNorGoesBack() {
    assertThat(LocalTimeStep.next(44_000, 44_002, List.of(NOON))).isEqualTo(44_002);
    assertThat(LocalTimeStep.next(44_000, 43_000, List.of(NOON))).isEqualTo(44_000);
  }
}
