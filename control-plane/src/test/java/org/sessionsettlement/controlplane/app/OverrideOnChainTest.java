package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.escrow.OverrideRequest;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Hash32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A forced outcome on a real chain that takes it back. */
class OverrideOnChainTest {
  private static final int DURATION_MINS = 2;
  private static final String REASON = "The line was dead, both say.";
  private static final String[] OPERATOR = {"x-service-token", TestService.SERVICE_TOKEN};

  @TempDir Path folder;

  /** Both are there, so that the rulebook would have it completed at the end. */
  @Test
  void standsWhereAReorganisationTakesItsAttestationBack() {
    try (var stack = new LocalStack(folder, TestDatabase.freshSchema(getClass()))) {
      var key = presentUntilTheGraceIsOver(stack);
      var taken =
          stack.http().post("/operator/bookings/" + key + "/override", body(stack, key), OPERATOR);
      assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
      var hash = Hash32.parse(taken.json().path("metrics_hash").asString());
      var first = attestation(stack, key, Optional.empty());
      assertThat(stack.escrow().booking(key.bookingId()).metricsHash()).isEqualTo(hash);

      var receipt = stack.chain.rpc().receipt(first).orElseThrow();
      stack.takeBackAfter(receipt.blockNumber() - 1);
      var second = attestation(stack, key, Optional.of(first));

      assertThat(stack.chain.rpc().receipt(first)).isEmpty();
      assertThat(stack.chain.rpc().receipt(second)).isPresent();
      assertThat(stack.escrow().booking(key.bookingId()).metricsHash()).isEqualTo(hash);
      assertThat(stack.escrow().booking(key.bookingId()).oracleOutcome())
          .isEqualTo(EscrowOutcome.NO_SHOW_GUEST);
      assertThat(explanation(stack, key).path("override").path("reason").asString())
          .isEqualTo(REASON);
    }
  }

  private static BookingKey presentUntilTheGraceIsOver(LocalStack stack) {
    var host = stack.person(DevAccounts.HOSTS.get(0));
    var guest = stack.person(DevAccounts.GUESTS.get(0));
    long start = stack.nowSeconds() + 120;
    var key = stack.book(host, guest, start, DURATION_MINS);
    stack.jumpTo(start - 20);
    host.join(key);
    guest.join(key);
    stack.walkTo(start + 65);
    return key;
  }

  /** The transaction of the attestation that the mirror has, once it is another than that one. */
  private static Hash32 attestation(LocalStack stack, BookingKey key, Optional<Hash32> before) {
    stack.await(
        "attested",
        () -> mirrored(stack, key).filter(hash -> !Optional.of(hash).equals(before)).isPresent());
    return mirrored(stack, key).orElseThrow();
  }

  private static Optional<Hash32> mirrored(LocalStack stack, BookingKey key) {
    return stack
        .http()
        .get("/bookings/" + key + "/timeline")
        .json()
        .path("events")
        .valueStream()
        .filter(event -> event.path("name").asString().equals("Attested"))
        .map(event -> Hash32.parse(event.path("tx_hash").asString()))
        .findFirst();
  }

  private static JsonNode explanation(LocalStack stack, BookingKey key) {
    return stack.http().get("/bookings/" + key + "/explanation", OPERATOR).json();
  }

  private static String body(LocalStack stack, BookingKey key) {
    var request =
        new OverrideRequest(
            LocalChain.CHAIN_ID,
            key.escrow(),
            key.bookingId(),
            Outcome.NO_SHOW_GUEST,
            REASON,
            stack.nowSeconds() * 1_000);
    var signature = DevAccounts.OWNER.account().signTypedData(request.typedData()).toBytes();
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "outcome",
                request.outcome().contractName(),
                "reason",
                request.reason(),
                "signed_at_ms",
                request.signedAtMs(),
                "signature",
                signature.toString()));
  }
}
