package org.sessionsettlement.controlplane.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sessionsettlement.controlplane.market.SlotStatus.OnIt;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowOutcome;

/** Against escrow-v1.md, "Functions" and the paragraph on slotToBooking. */
class SlotStatusTest {
  private static final long FREE_UNTIL_S = 1_000;

  @Test
  void isOpenUntilItIsBookedOrTakenBack() {
    assertThat(SlotStatus.of(false, FREE_UNTIL_S, Optional.empty())).isEqualTo(SlotStatus.OPEN);
    assertThat(SlotStatus.of(true, FREE_UNTIL_S, Optional.empty())).isEqualTo(SlotStatus.CANCELLED);
  }

  @ParameterizedTest
  @EnumSource(
      value = BookingStatus.class,
      names = {"BOOKED", "ATTESTED", "DISPUTED", "RESOLVED"})
  void isBookedUntilTheMoneyIsFinal(BookingStatus status) {
    assertThat(with(status, Optional.empty(), Optional.empty())).isEqualTo(SlotStatus.BOOKED);
  }

  @Test
  void isSettledWithItsBookingUnlessNobodyAttested() {
    assertThat(with(BookingStatus.FINALIZED, Optional.empty(), Optional.empty()))
        .isEqualTo(SlotStatus.SETTLED);
    var refunded = new OnIt(1, BookingStatus.FINALIZED, Optional.empty(), true, Optional.empty());
    assertThat(SlotStatus.of(false, FREE_UNTIL_S, Optional.of(refunded)))
        .isEqualTo(SlotStatus.CANCELLED);
  }

  @Test
  void opensAgainWhenTheGuestCancelsByTheCutoffInclusive() {
    assertThat(cancelledByGuestAt(FREE_UNTIL_S)).isEqualTo(SlotStatus.OPEN);
    assertThat(cancelledByGuestAt(FREE_UNTIL_S + 1)).isEqualTo(SlotStatus.SETTLED);
  }

  @Test
  void isCancelledWhenTheHostCancels() {
    assertThat(
            with(
                BookingStatus.CANCELLED,
                Optional.of(EscrowOutcome.CANCELLED_BY_HOST),
                Optional.of(FREE_UNTIL_S)))
        .isEqualTo(SlotStatus.CANCELLED);
  }

  private static SlotStatus cancelledByGuestAt(long seconds) {
    return with(
        BookingStatus.CANCELLED,
        Optional.of(EscrowOutcome.CANCELLED_BY_GUEST),
        Optional.of(seconds));
  }

  private static SlotStatus with(
      BookingStatus status, Optional<EscrowOutcome> by, Optional<Long> cancelledAtSeconds) {
    var booking = new OnIt(1, status, by, false, cancelledAtSeconds);
    return SlotStatus.of(false, FREE_UNTIL_S, Optional.of(booking));
  }
}
