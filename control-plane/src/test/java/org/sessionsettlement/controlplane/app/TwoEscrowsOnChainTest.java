package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.localnet.DevAccounts;

/** One service over two escrows of one chain, whose bookings have the same numbers. */
class TwoEscrowsOnChainTest {
  private static final int DURATION_MINS = 2;
  private static final String STRANGE = "0x" + "77".repeat(20);

  @TempDir Path folder;

  @Test
  void servesBothAndNoOther() {
    try (var stack = new LocalStack(folder, TestDatabase.freshSchema(getClass()), 1)) {
      var second = stack.more.getFirst().escrow();
      var host = stack.person(DevAccounts.HOSTS.get(0));
      var guest = stack.person(DevAccounts.GUESTS.get(0));
      long start = stack.nowSeconds() + 120;
      var byDefault = stack.book(host, guest, start, DURATION_MINS);
      var key = stack.book(second, host, guest, start, DURATION_MINS);
      assertThat(key.bookingId()).isEqualTo(byDefault.bookingId());
      stack.await("mirrored", () -> list(stack, "?escrow=" + second).contains("\"booking_id\":1"));
      assertThat(list(stack, "?escrow=" + second)).contains(second.toString());
      stack.await("mirrored", () -> list(stack, "").contains("\"booking_id\":1"));
      assertThat(list(stack, "")).contains(stack.deployment.escrow().toString());

      stack.jumpTo(start - 20);
      host.join(key);
      guest.join(key);
      stack.walkTo(start + DURATION_MINS * 60 + 20);
      expect(stack, key, EscrowOutcome.COMPLETED);
      expect(stack, byDefault, EscrowOutcome.NO_SHOW_HOST);
      refusesOthers(stack);
    }
  }

  private static void refusesOthers(LocalStack stack) {
    assertThat(problem(stack, "/bookings/" + STRANGE + "-1")).isEqualTo("404 booking_not_found");
    assertThat(problem(stack, "/bookings?escrow=" + STRANGE)).isEqualTo("404 escrow_not_found");
    String account = DevAccounts.HOSTS.get(0).account().address().toString();
    String owed = "/accounts/" + account + "/owed?escrow=";
    assertThat(problem(stack, owed + STRANGE)).isEqualTo("404 escrow_not_found");
    assertThat(problem(stack, owed + "x")).isEqualTo("400 bad_address");
    var second = stack.more.getFirst().escrow();
    assertThat(stack.http().get(owed + second).json().path("escrow").asString())
        .isEqualTo(second.toString());
  }

  private static void expect(LocalStack stack, BookingKey key, EscrowOutcome outcome) {
    var escrow = new SessionEscrow(stack.chain.rpc(), key.escrow());
    stack.await(
        outcome + " of " + key,
        () -> escrow.booking(key.bookingId()).oracleOutcome() != EscrowOutcome.NONE);
    assertThat(escrow.booking(key.bookingId()).oracleOutcome()).isEqualTo(outcome);
  }

  private static String list(LocalStack stack, String query) {
    return stack.http().get("/bookings" + query).toString();
  }

  private static String problem(LocalStack stack, String path) {
    var answer = stack.http().get(path);
    return answer.status() + " " + answer.json().path("error").asString("");
  }
}
