package org.sessionsettlement.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How answers of the service are told to people. */
class WholeStoryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Booked    | None        | it lies in the escrow",
        "Attested  | Completed   | it goes: host 9000000 (9.000000), treasury 1000000 (1.000000)",
        "Disputed  | NoShowGuest | it goes: host 9000000 (9.000000), treasury 1000000 (1.000000)",
        "Resolved  | NoShowHost  | it goes: guest 10000000 (10.000000)",
        "Finalized | Completed   | credited: host 9000000 (9.000000), treasury 1000000 (1.000000)",
        "Cancelled | None        | credited as the cancellation has it"
      })
  void tellsWhereTheMoneyIsAndWhereItGoes(String status, String outcome, String told) {
    assertThat(story(booking(status, outcome, ""), "[]").human()).contains(told);
  }

  @Test
  void tellsWhatBecomesOfABond() {
    String dispute = ",\"dispute\":{\"challenger\":\"0xc\",\"bond_amount\":\"5\"}";
    assertThat(story(booking("Disputed", "Completed", dispute), "[]").human())
        .contains("bond of 5 (0.000005) by 0xc: back if the outcome changes");
  }

  @Test
  void tellsFromWhenWhatHappensNext() {
    assertThat(story(booking("Attested", "Completed", ""), "[]").human())
        .contains("Next: 2027-01-15 08:00:00 UTC (in 1 h 0 min): It becomes final.");
  }

  @Test
  void tellsWhatThePartiesSayAndNothingToTheTerminal() {
    String said =
        """
        [{"role":"guest","said_at_ms":1800000000000,"text":"one\\ntwo \\u001b[2J\\u202ethree"},
         {"role":"host","said_at_ms":1800000000000,"hash":"0xab"}]
        """;
    assertThat(story(booking("Attested", "Completed", ""), said).human())
        .contains("guest: one two  [2J three")
        .contains("host: erased, 0xab")
        .doesNotContain("\u001b");
  }

  private static String booking(String status, String outcome, String more) {
    return """
        {"escrow":"0xe","booking_id":7,"status":"%s","outcome":"%s","amount":"10000000",
         "terms":{"fee_bps":1000}%s}
        """
        .formatted(status, outcome, more);
  }

  private static WholeStory story(String booking, String statements) {
    return new WholeStory(
        json(booking),
        json("{\"summary\":\"S.\",\"next\":{\"what\":\"It becomes final.\",\"at_s\":1800000000}}"),
        json("{\"events\":[]}"),
        json("{\"now_ms\":1799996400000,\"verdicts\":[],\"submissions\":[]}"),
        json("{\"statements\":" + statements + "}"),
        json("{\"owed\":\"0\"}"),
        json("{\"owed\":\"0\"}"));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
