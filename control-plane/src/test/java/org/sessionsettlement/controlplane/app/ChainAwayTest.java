package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.localnet.DevAccounts;

/** A service that loses its chain answers so, and goes on once the chain is back. */
class ChainAwayTest {
  private static final int DURATION_MINS = 2;

  @TempDir Path folder;

  @Test
  void refusesWhatNeedsTheChainAndAttestsOnceItIsBack() {
    try (var stack = new LocalStack(folder, TestDatabase.freshSchema(getClass()))) {
      var host = stack.person(DevAccounts.HOSTS.get(0));
      var guest = stack.person(DevAccounts.GUESTS.get(0));
      long start = stack.nowSeconds() + 120;
      long end = start + DURATION_MINS * 60;
      var booking = stack.book(host, guest, start, DURATION_MINS);
      stack.jumpTo(start - 20);
      host.join(booking);
      guest.join(booking);
      stack.walkTo(end - 5);

      stack.proxy.cut();
      var owed = stack.http().get("/accounts/" + host.address() + "/owed");
      assertThat(owed.status()).isEqualTo(503);
      assertThat(owed.json().path("error").asString()).isEqualTo("chain_unavailable");
      assertThat(owed.header("retry-after")).isEqualTo("5");
      assertThat(stack.http().get("/health").status()).isEqualTo(503);
      assertThat(stack.http().get("/bookings/" + booking.bookingId()).status()).isEqualTo(200);
      stack.chain.clock().moveTo(end + 5);
      assertThat(stack.escrow().booking(booking.bookingId()).status())
          .isEqualTo(BookingStatus.BOOKED);

      stack.proxy.mend();
      // One read for both: Anvil, while it mines, may answer a second read from before the first.
      stack.await(
          "attested as completed",
          () -> {
            var onChain = stack.escrow().booking(booking.bookingId());
            return onChain.status() == BookingStatus.ATTESTED
                && onChain.oracleOutcome() == EscrowOutcome.COMPLETED;
          });
      assertThat(stack.http().get("/health").status()).isEqualTo(200);
    }
  }
}
