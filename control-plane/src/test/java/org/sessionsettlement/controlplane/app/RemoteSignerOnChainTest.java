package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.signature.Secp256k1PrivateKey;
import org.sessionsettlement.tempo.web3signer.FakeWeb3Signer;

/** The oracle's key never is where the service runs. */
class RemoteSignerOnChainTest {
  private static final DevAccounts.DevAccount ORACLE = DevAccounts.ORACLE;
  private static final int DURATION_MINS = 2;
  private static final long NO_SHOW_AFTER_S = 70;

  @TempDir Path folder;

  @Test
  void attestsByTheRemoteKeyAndAfterTheSignerWasAway() {
    var key = Secp256k1PrivateKey.of(Bytes.fromHex(ORACLE.privateKey()));
    try (var signer = new FakeWeb3Signer(key);
        var stack = stack(signer)) {
      long start = stack.nowSeconds() + 120;
      var host = stack.person(DevAccounts.HOSTS.getFirst());
      var guest = stack.person(DevAccounts.GUESTS.getFirst());
      var booking = stack.book(host, guest, start, DURATION_MINS);

      signer.withStatus(503);
      stack.walkTo(start + NO_SHOW_AFTER_S);
      stack.await(
          "asked in vain", () -> signer.asked().stream().anyMatch(RemoteSignerOnChainTest::signs));
      assertThat(stack.escrow().booking(booking.bookingId()).status())
          .isEqualTo(BookingStatus.BOOKED);

      signer.bendingBody(good -> good);
      stack.await(
          "attested",
          () ->
              stack.escrow().booking(booking.bookingId()).oracleOutcome()
                  == EscrowOutcome.NO_SHOW_HOST);
    }
  }

  private static boolean signs(String request) {
    return request.startsWith("POST ") && request.contains("/sign/");
  }

  private LocalStack stack(FakeWeb3Signer signer) {
    var source =
        new KeySource.RemoteSigner(
            "SIGNER_URL", URI.create(signer.url()), "ADDRESS", ORACLE.account().address());
    return new LocalStack(
        folder, TestDatabase.freshSchema(getClass()), LocalStack.oracle(List.of(source)));
  }
}
