package org.sessionsettlement.controlplane.oracle;

import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.escrow.MetricsCodec;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.SessionMetrics;

/** Payloads of schema session-metrics/1. */
final class EscrowPayloadMaker implements PayloadMaker {
  private final long chainId;

  EscrowPayloadMaker(long chainId) {
    this.chainId = chainId;
  }

  @Override
  public MetricsPayloads.Payload payload(BookingRecord booking, Facts facts, Decision decision) {
    var metrics =
        SessionMetrics.of(
            chainId,
            booking.key().escrow().toString(),
            Long.toString(booking.key().bookingId()),
            booking.host().toString(),
            booking.guest().toString(),
            facts,
            decision);
    var bytes = MetricsCodec.encode(metrics);
    return new MetricsPayloads.Payload(MetricsCodec.hash(bytes), bytes);
  }
}
