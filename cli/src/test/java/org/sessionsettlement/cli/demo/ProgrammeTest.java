package org.sessionsettlement.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.cli.stack.LocalEscrow;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.rules.TermsTrouble;

class ProgrammeTest {
  private static final SlotTerms TERMS = Programme.termsStarting(1_800_000_000L);
  private static final List<Scenario> SCENARIOS = Programme.scenarios();

  @Test
  void theRulebookAnswersEveryScript() {
    Map<String, String> labels =
        SCENARIOS.stream()
            .collect(Collectors.toMap(Scenario::key, s -> Expected.of(s, TERMS).label()));

    assertThat(labels)
        .hasSizeGreaterThanOrEqualTo(12)
        .containsEntry("completed", "Completed")
        .containsEntry("host-absent", "NoShowHost")
        .containsEntry("guest-absent", "NoShowGuest")
        .containsEntry("nobody", "NoShowHost")
        .containsEntry("host-late", "NoShowHost")
        .containsEntry("guest-early", "NoShowGuest")
        .containsEntry("reconnects", "Completed")
        .containsEntry("crash", "NoShowGuest")
        .containsEntry("overturned", "NoShowHost (not Completed)")
        .containsEntry("timeout", "NoShowGuest")
        .containsEntry("cancel-early", "cancelled by guest, early")
        .containsEntry("cancel-late", "cancelled by guest, late")
        .containsEntry("oracle-away", "unattested, refunded");
  }

  @Test
  void noOutcomeHangsOnAFewSecondsOfAClient() {
    for (Scenario scenario : SCENARIOS) {
      Expected expected = Expected.of(scenario, TERMS);
      for (long seconds : new long[] {-15, 15}) {
        Scenario shifted = shifted(scenario, seconds);
        assertThat(Expected.of(shifted, TERMS)).as(scenario.key()).isEqualTo(expected);
      }
    }
  }

  @Test
  void offersNoTermsThatInviteTrouble() {
    assertThat(TermsTrouble.of(TERMS, LocalEscrow.settings().noAttestBufferSeconds())).isEmpty();
  }

  @Test
  void givesEverySessionItsOwnNameAndPrice() {
    assertThat(SCENARIOS).extracting(Scenario::key).doesNotHaveDuplicates();
    assertThat(new HashSet<>(SCENARIOS.stream().map(Scenario::priceUnits).toList()))
        .hasSameSizeAs(SCENARIOS);
  }

  @Test
  void turnsVisitsIntoPresence() {
    Script script = Script.of(Visit.of(-60, 200), Visit.crashing(230, 500));
    assertThat(script.presence(1_000))
        .containsExactly(new Interval(940_000, 1_200_000), new Interval(1_230_000, 1_500_000));
    assertThat(script.crashes()).isTrue();
  }

  @Test
  void namesBothOutcomesWhereTheOwnerOverturns() {
    assertThat(new Expected.Settled(Outcome.COMPLETED, Outcome.NO_SHOW_HOST).label())
        .isEqualTo("NoShowHost (not Completed)");
  }

  /** The guest is that much later, in coming and in going. */
  private static Scenario shifted(Scenario scenario, long seconds) {
    Script guest =
        new Script(
            scenario.guest().visits().stream()
                .map(
                    v ->
                        new Visit(
                            v.fromSeconds() + seconds, v.untilSeconds() + seconds, v.ending()))
                .toList());
    return new Scenario(
        scenario.key(),
        scenario.title(),
        scenario.priceUnits(),
        scenario.host(),
        guest,
        scenario.course());
  }
}
