package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.escrow.MetricsCodec;
import org.sessionsettlement.localnet.DevAccounts;

/** From booking to payout on a real chain and a real database, over HTTP. */
class SettlementOnChainTest {
  private static final int DURATION_MINS = 2;

  @TempDir Path folder;

  @Test
  void settlesWhatHappenedAndWhatDidNot() {
    try (var stack = new LocalStack(folder, TestDatabase.freshSchema(getClass()))) {
      var host = stack.person(DevAccounts.HOSTS.get(0));
      var guest = stack.person(DevAccounts.GUESTS.get(0));
      var lonelyHost = stack.person(DevAccounts.HOSTS.get(1));
      var absent = stack.person(DevAccounts.GUESTS.get(1));
      long start = stack.nowSeconds() + 120;
      var kept = stack.book(host, guest, start, DURATION_MINS);
      var guestMissing = stack.book(lonelyHost, absent, start, DURATION_MINS);
      var nobodyCame =
          stack.book(
              stack.person(DevAccounts.HOSTS.get(2)),
              stack.person(DevAccounts.GUESTS.get(2)),
              start,
              DURATION_MINS);

      stack.jumpTo(start - 20);
      host.join(kept);
      guest.join(kept);
      lonelyHost.join(guestMissing);
      stack.walkTo(start + DURATION_MINS * 60 + 20);

      expect(stack, kept, EscrowOutcome.COMPLETED);
      expect(stack, guestMissing, EscrowOutcome.NO_SHOW_GUEST);
      expect(stack, nobodyCame, EscrowOutcome.NO_SHOW_HOST);
      stack.jumpTo(stack.nowSeconds() + LocalStack.CHALLENGE_WINDOW_S + 60);
      for (var key : new BookingKey[] {kept, guestMissing, nobodyCame}) {
        stack.await("finalized " + key, () -> status(stack, key) == BookingStatus.FINALIZED);
      }
      var fee = LocalStack.PRICE.multiply(BigInteger.valueOf(LocalStack.FEE_BPS));
      var earned = LocalStack.PRICE.subtract(fee.divide(BigInteger.valueOf(10_000)));
      assertThat(stack.escrow().owed(host.address())).isEqualTo(earned);
      assertThat(stack.escrow().owed(lonelyHost.address())).isEqualTo(earned);
      assertThat(stack.escrow().owed(DevAccounts.GUESTS.get(2).account().address()))
          .isEqualTo(LocalStack.PRICE);
      stack.await("mirrored", () -> shown(stack, kept, "status").equals("Finalized"));
    }
  }

  private static void expect(LocalStack stack, BookingKey key, EscrowOutcome outcome) {
    stack.await(
        outcome + " of " + key,
        () -> stack.escrow().booking(key.bookingId()).oracleOutcome() != EscrowOutcome.NONE);
    var booking = stack.escrow().booking(key.bookingId());
    assertThat(booking.oracleOutcome()).isEqualTo(outcome);
    var metrics =
        stack
            .http()
            .get(
                "/bookings/" + key.bookingId() + "/metrics",
                "x-service-token",
                TestService.SERVICE_TOKEN);
    assertThat(metrics.status()).as(metrics.toString()).isEqualTo(200);
    assertThat(MetricsCodec.verify(metrics.bytes(), booking.metricsHash())).isTrue();
  }

  private static BookingStatus status(LocalStack stack, BookingKey key) {
    return stack.escrow().booking(key.bookingId()).status();
  }

  private static String shown(LocalStack stack, BookingKey key, String member) {
    return stack.http().get("/bookings/" + key.bookingId()).json().path(member).asString();
  }
}
