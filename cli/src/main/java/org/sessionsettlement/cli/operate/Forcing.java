package org.sessionsettlement.cli.operate;

import java.time.Duration;
import java.util.Map;
import org.sessionsettlement.cli.verb.Refusal;
import org.sessionsettlement.escrow.OverrideRequest;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.Account;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An operator's request to force an outcome: signed, sent, and followed to its receipt. */
final class Forcing {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final OperatorApi api;
  private final String path;
  private final Account operator;

  Forcing(OperatorApi api, String booking, Account operator) {
    this.api = api;
    this.path = "/bookings/" + OperatorApi.segment(booking);
    this.operator = operator;
  }

  /** Signs for the booking that the service names so, at the time of its clock. */
  void send(Outcome outcome, String reason) {
    var now = history();
    var request =
        new OverrideRequest(
            now.path("chain_id").asLong(),
            Address.parse(now.path("escrow").asString()),
            now.path("booking_id").asLong(),
            outcome,
            reason,
            now.path("now_ms").asLong());
    var signature = operator.signTypedData(request.typedData()).toBytes();
    var _ =
        api.post(
            "/operator" + path + "/override",
            Map.of(
                "outcome",
                outcome.contractName(),
                "reason",
                reason,
                "signed_at_ms",
                request.signedAtMs(),
                "signature",
                signature.toString()));
  }

  /**
   * Waits until the attestation is on chain.
   *
   * @throws Refusal {@code not_attested_yet} or {@code settled_otherwise}
   */
  JsonSaid awaitReceipt(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      var now = history();
      var newest = now.path("submissions").path(0);
      switch (newest.path("state").asString("")) {
        case "confirmed" -> {
          return attested(now.path("override"), newest);
        }
        case "settled_without_us" ->
            throw Refusal.failed(
                "settled_otherwise", "somebody else settled the booking meanwhile");
        default -> {
          if (System.nanoTime() > end) {
            throw Refusal.failed(
                "not_attested_yet", "it stands, and the service goes on attesting it");
          }
        }
      }
      pause();
    }
  }

  private JsonNode history() {
    return api.get(path + "/history");
  }

  private static JsonSaid attested(JsonNode override, JsonNode submission) {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.set("outcome", override.path("outcome"));
    answer.set("operator", override.path("operator"));
    answer.set("metrics_hash", override.path("metrics_hash"));
    answer.set("state", submission.path("state"));
    if (submission.has("tx_hash")) {
      answer.set("tx_hash", submission.path("tx_hash"));
    }
    return new JsonSaid(
        answer,
        "attested as %s in %s, forced by %s"
            .formatted(
                override.path("outcome").asString(),
                submission.path("tx_hash").asString("another's transaction"),
                override.path("operator").asString()));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.failed("interrupted", "interrupted while waiting for the receipt");
    }
  }
}
