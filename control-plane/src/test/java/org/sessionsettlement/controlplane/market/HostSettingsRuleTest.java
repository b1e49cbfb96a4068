package org.sessionsettlement.controlplane.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.market.HostSettings.Asked;
import org.sessionsettlement.controlplane.market.HostSettings.Defaults;
import org.sessionsettlement.controlplane.market.HostSettings.Hours;

class HostSettingsRuleTest {
  private static final Hours MONDAY = new Hours(1, "09:00", "24:00");
  private static final Defaults TERMS = new Defaults(30, 5, 15, 60);

  @Test
  void takesWhatAHostMaySay() {
    var asked = new Asked(" Ada ", false, "Europe/Berlin", List.of(MONDAY), TERMS);
    assertThat(HostSettingsRule.check(asked))
        .isInstanceOfSatisfying(
            HostSettingsRule.Result.Taken.class,
            taken -> {
              assertThat(taken.settings().displayName()).isEqualTo("Ada");
              assertThat(taken.settings().acceptingBookings()).isFalse();
              assertThat(taken.settings().weekly()).containsExactly(MONDAY);
              assertThat(taken.settings().bookingDefaults()).contains(TERMS);
            });
  }

  @Test
  void takesNothingForTheDefaults() {
    assertThat(HostSettingsRule.check(new Asked(null, null, null, null, null)))
        .isEqualTo(new HostSettingsRule.Result.Taken(HostSettings.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars/Olympus", "+02:00", "", "europe/berlin"})
  void refusesWhatIsNoZone(String zone) {
    assertThat(refused(new Asked(null, null, zone, null, null))).startsWith("time_zone");
  }

  @Test
  void refusesNamesThatAreLongOrHideSomething() {
    assertThat(refused(new Asked("x".repeat(81), null, null, null, null)))
        .startsWith("display_name");
    assertThat(refused(new Asked("a\u0007b", null, null, null, null))).startsWith("display_name");
  }

  @Test
  void refusesHoursThatAreNone() {
    for (var hours :
        Arrays.asList(
            new Hours(0, "09:00", "10:00"),
            new Hours(8, "09:00", "10:00"),
            new Hours(1, "10:00", "09:00"),
            new Hours(1, "9:00", "10:00"),
            new Hours(1, "09:00", "24:01"),
            null)) {
      assertThat(refused(weekly(Collections.singletonList(hours)))).startsWith("weekly");
    }
    assertThat(refused(weekly(Collections.nCopies(51, MONDAY)))).startsWith("weekly");
  }

  @Test
  void refusesTermsThatTheContractWouldNotTake() {
    for (var terms :
        List.of(
            new Defaults(0, 5, 0, 60),
            new Defaults(241, 5, 0, 60),
            new Defaults(30, -1, 15, 60),
            new Defaults(30, 5, 31, 60),
            new Defaults(30, 5, 15, 10_081))) {
      assertThat(refused(new Asked(null, null, null, null, terms))).startsWith("booking_defaults");
    }
  }

  private static Asked weekly(List<@Nullable Hours> weekly) {
    return new Asked(null, null, null, weekly, null);
  }

  private static String refused(Asked asked) {
    return HostSettingsRule.check(asked) instanceof HostSettingsRule.Result.Refused(var member)
        ? member
        : "taken";
  }
}
