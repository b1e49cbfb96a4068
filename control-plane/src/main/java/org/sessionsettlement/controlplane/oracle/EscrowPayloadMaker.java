package org.sessionsettlement.controlplane.oracle;

import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.escrow.MetricsCodec;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.MetricsPayload;
import org.sessionsettlement.rules.SessionFacts;
import org.sessionsettlement.rules.SessionMetrics;

/** Payloads of schema session-metrics/1, and what those of other schemas share with them. */
final class EscrowPayloadMaker implements PayloadMaker {
  private final long chainId;

  EscrowPayloadMaker(long chainId) {
    this.chainId = chainId;
  }

  @Override
  public MetricsPayloads.Payload payload(BookingRecord booking, Facts facts, Decision decision) {
    return payload(new SessionMetrics(facts(chainId, booking, facts), decision));
  }

  static SessionFacts facts(long chainId, BookingRecord booking, Facts facts) {
    return SessionFacts.of(
        chainId,
        booking.key().escrow().toString(),
        Long.toString(booking.key().bookingId()),
        booking.host().toString(),
        booking.guest().toString(),
        facts);
  }

  static MetricsPayloads.Payload payload(MetricsPayload payload) {
    var bytes = MetricsCodec.encode(payload);
    return new MetricsPayloads.Payload(MetricsCodec.hash(bytes), bytes);
  }
}
