package org.sessionsettlement.controlplane.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.FakeBookings.GUEST;
import static org.sessionsettlement.controlplane.FakeBookings.HOST;
import static org.sessionsettlement.controlplane.FakeBookings.START_S;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessionsettlement.controlplane.FakeBookings;

class NoticeTextTest {
  private static final BigInteger BOND = BigInteger.valueOf(1_500_000);
  private static final What.Attested NO_SHOW =
      new What.Attested("NoShowGuest", "0xaa", START_S, BOND, "0xt");

  @Test
  void tellsWhoIsAtFaultUntilWhenAndAtWhatCostTheyCanChallengeAndWhatHappensOtherwise() {
    var mail = NoticeText.of(notice(NO_SHOW), GUEST);
    assertThat(mail.subject())
        .isEqualTo("You were marked as not having kept your appointment (booking 1)");
    assertThat(mail.text())
        .contains("against you")
        .contains("24 November 2026, 00:00:00 UTC (2026-11-24T00:00:00Z)")
        .contains("a bond of 1.500000 (1500000 token units)")
        .contains("If nobody challenges it before then, it becomes final")
        .contains("the bond goes to the other party")
        .contains("You are its guest");
  }

  @Test
  void tellsTheOtherPartyWithoutReproach() {
    var mail = NoticeText.of(notice(NO_SHOW), HOST);
    assertThat(mail.subject()).isEqualTo("Your session was attested as NoShowGuest (booking 1)");
    assertThat(mail.text()).doesNotContain("against you").contains("You are its host");
  }

  @ParameterizedTest
  @MethodSource("everything")
  void saysWhichBookingAndWalletItIsAboutAndHowToEndIt(What what) {
    var mail = NoticeText.of(notice(what), GUEST);
    assertThat(mail.subject()).endsWith("(booking 1)").doesNotContain("\n");
    assertThat(mail.text())
        .contains(FakeBookings.key(1).toString(), GUEST.toString(), "To end it")
        .doesNotContain("%");
    assertThat(NoticeCodec.read(NoticeCodec.write(notice(what)))).isEqualTo(notice(what));
  }

  static What[] everything() {
    return new What[] {
      NO_SHOW,
      new What.Challenged(GUEST.toString(), BOND, START_S, "0xt"),
      new What.Resolved("Completed", "0xt"),
      new What.Finalized("Completed", BOND, BigInteger.ZERO, "0xt"),
      new What.Finalized("None", BigInteger.ZERO, BOND, "0xt"),
      new What.WindowMissed(START_S),
      new What.RefundClaimable(BOND, START_S),
      new What.MoneyWaiting(GUEST.toString(), BOND, START_S),
      new What.DisputeHalfTimeout(GUEST.toString(), BOND, START_S),
      new What.TakenBack("ab", "window_missed")
    };
  }

  @Test
  void writesAmountsAsStringsAndNamesInSnakeCase() {
    assertThat(NoticeCodec.write(notice(new What.RefundClaimable(BOND, 5))))
        .isEqualTo(
            """
            {"number":3,"id":"id","kind":"refund_claimable","escrow":"%s","booking_id":1,\
            "host":"%s","guest":"%s","at_s":9,"what":{"amount":"1500000","claimable_from_s":5}}\
            """
                .formatted(FakeBookings.ESCROW, HOST, GUEST));
  }

  private static Notice notice(What what) {
    return new Notice(3, "id", FakeBookings.key(1), HOST, GUEST, 9, what);
  }
}
