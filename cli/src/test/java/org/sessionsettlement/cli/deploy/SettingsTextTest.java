package org.sessionsettlement.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.cli.stack.LocalEscrow;

class SettingsTextTest {
  @Test
  void readsEveryValue() {
    assertThat(SettingsText.read(values()))
        .isEqualTo(new SettingsText.Result.Valid(LocalEscrow.settings()));
  }

  @Test
  void namesAllThatIsWrongAtOnce() {
    Map<String, String> values = values();
    values.remove("oracle");
    values.put("fee-bps", "5%");
    values.put("challenge-bond-units", "1e6");
    values.put("treasury", "0x12");
    values.put("fee-bsp", "5");

    assertThat(faults(values))
        .containsExactly(
            "fee-bsp is no setting",
            "oracle is missing",
            "treasury: an address is 0x and 40 hex digits",
            "fee-bps is no whole number within its range",
            "challenge-bond-units is no whole number within its range");
  }

  @Test
  void refusesWhatTheConstructorWould() {
    assertThat(faults(with("fee-bps", "2001"))).containsExactly(revert("FEE_TOO_HIGH"));
    assertThat(faults(with("challenge-bond-units", "0"))).containsExactly(revert("ZERO_BOND"));
    assertThat(faults(with("dispute-timeout-seconds", "15552001")))
        .containsExactly(revert("TIMEOUT_TOO_LARGE"));
    assertThat(SettingsText.read(with("dispute-timeout-seconds", "15552000")))
        .isInstanceOf(SettingsText.Result.Valid.class);
  }

  @Test
  void refusesNumbersThatNoWordHolds() {
    assertThat(faults(with("challenge-bond-units", "1" + "0".repeat(78)))).hasSize(1);
    assertThat(faults(with("fee-bps", "4294967796"))).hasSize(1);
  }

  private static String revert(String reason) {
    return "the constructor would revert: " + reason;
  }

  private static List<String> faults(Map<String, String> values) {
    return ((SettingsText.Result.Bad) SettingsText.read(values)).faults();
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> values = values();
    values.put(name, value);
    return values;
  }

  private static Map<String, String> values() {
    var settings = LocalEscrow.settings();
    return new TreeMap<>(
        Map.of(
            "payment-token", settings.paymentToken().toString(),
            "oracle", settings.oracle().toString(),
            "treasury", settings.treasury().toString(),
            "fee-bps", "500",
            "challenge-window-seconds", "3600",
            "challenge-bond-units", "5000000",
            "late-cancel-penalty-bps", "5000",
            "no-attest-buffer-seconds", "10800",
            "dispute-timeout-seconds", "86400"));
  }
}
