package org.sessionsettlement.controlplane.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowOutcome;

class BookingStateTest {
  private static final BigInteger AMOUNT = BigInteger.TEN;
  private static final BookingState BOOKED =
      BookingState.of(new EscrowEvent.SessionBooked(7, 3, FakeChain.GUEST, AMOUNT));
  private static final BookingState ATTESTED =
      BOOKED.apply(
          new EscrowEvent.Attested(7, EscrowOutcome.COMPLETED, FakeChain.METRICS, 900), 500);
  private static final BookingState DISPUTED =
      ATTESTED.apply(new EscrowEvent.Challenged(7, FakeChain.GUEST, BigInteger.ONE), 600);

  @Test
  void remembersWhenItWasAttestedAndFromWhenItIsFinal() {
    assertThat(ATTESTED.status()).isEqualTo(BookingStatus.ATTESTED);
    assertThat(ATTESTED.attestedAtSeconds()).isEqualTo(500);
    assertThat(ATTESTED.finalizableAtSeconds()).isEqualTo(900);
  }

  @Test
  void showsADisputeOnlyWhileItIsOne() {
    assertThat(DISPUTED.status()).isEqualTo(BookingStatus.DISPUTED);
    assertThat(DISPUTED.dispute())
        .contains(new BookingState.Dispute(FakeChain.GUEST, BigInteger.ONE, 600));
    var resolved = DISPUTED.apply(new EscrowEvent.Resolved(7, EscrowOutcome.NO_SHOW_HOST), 700);
    assertThat(resolved.dispute()).isEmpty();
    assertThat(resolved.status()).isEqualTo(BookingStatus.RESOLVED);
  }

  @Test
  void takesTheResolvedOutcomeAndIsFinalAtOnce() {
    var resolved = DISPUTED.apply(new EscrowEvent.Resolved(7, EscrowOutcome.NO_SHOW_HOST), 700);
    assertThat(resolved.outcome()).isEqualTo(EscrowOutcome.NO_SHOW_HOST);
    assertThat(resolved.finalizableAtSeconds()).isEqualTo(700);
    assertThat(resolved.metricsHash()).contains(FakeChain.METRICS);
  }

  @Test
  void keepsHashAndTimesToTheEnd() {
    var done =
        ATTESTED.apply(
            new EscrowEvent.Finalized(
                7, EscrowOutcome.COMPLETED, AMOUNT, BigInteger.ZERO, BigInteger.ZERO),
            901);
    assertThat(done.status()).isEqualTo(BookingStatus.FINALIZED);
    assertThat(done.metricsHash()).contains(FakeChain.METRICS);
    assertThat(done.attestedAtSeconds()).isEqualTo(500);
  }

  @Test
  void tellsARefundOfTheUnattestedFromASettlement() {
    var refunded = BOOKED.apply(new EscrowEvent.UnattestedRefunded(7, AMOUNT), 901);
    assertThat(refunded.status()).isEqualTo(BookingStatus.FINALIZED);
    assertThat(refunded.outcome()).isEqualTo(EscrowOutcome.NONE);
    assertThat(refunded.refundedUnattested()).isTrue();
  }

  @Test
  void knowsWhoCancelledAndLeavesTheOutcomeOpen() {
    var zero = BigInteger.ZERO;
    var cancelled =
        BOOKED.apply(
            new EscrowEvent.SessionBookingCancelled(
                7, EscrowOutcome.CANCELLED_BY_GUEST, AMOUNT, zero, zero, zero),
            400);
    assertThat(cancelled.status()).isEqualTo(BookingStatus.CANCELLED);
    assertThat(cancelled.outcome()).isEqualTo(EscrowOutcome.NONE);
    assertThat(cancelled.cancelledBy()).contains(EscrowOutcome.CANCELLED_BY_GUEST);
  }
}
