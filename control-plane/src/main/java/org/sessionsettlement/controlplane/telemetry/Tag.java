package org.sessionsettlement.controlplane.telemetry;

import java.util.List;

/**
 * What a meter is told apart by.
 *
 * @param name as meters have it
 * @param values all that it can be; empty where that is not known beforehand, though always few
 */
record Tag(String name, List<String> values) {
  static final Tag OUTCOME = of("outcome", "Completed", "NoShowHost", "NoShowGuest");
  static final Tag RESULT =
      of(
          "result",
          "confirmed",
          "already_settled",
          "settled_otherwise",
          "expired",
          "refused",
          "overridden",
          "gave_up");
  static final Tag INTENT = of("intent", "attest", "finalize", "finalize_dispute");
  static final Tag SETTLEMENT = of("intent", "finalize", "finalize_dispute");
  static final Tag KIND = of("kind", "attest", "wait", "missed", "inconclusive");
  static final Tag TRIGGER = of("trigger", "sweep", "instant", "leave", "operator");
  static final Tag EVENT =
      of(
          "event",
          "SessionBooked",
          "SessionBookingCancelled",
          "Attested",
          "Challenged",
          "Resolved",
          "Finalized",
          "UnattestedRefunded");
  static final Tag CHANNEL = of("channel", "webhook", "mail");
  static final Tag DELIVERY = of("result", "done", "failed", "dropped", "gave_up");
  static final Tag ENDPOINT = of("endpoint");
  static final Tag METHOD = of("method");
  static final Tag ANSWER = of("result");
  static final Tag TASK = of("task");
  static final Tag ESCROW = of("escrow");

  private static Tag of(String name, String... values) {
    return new Tag(name, List.of(values));
  }
}
