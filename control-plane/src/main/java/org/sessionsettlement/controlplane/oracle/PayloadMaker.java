package org.sessionsettlement.controlplane.oracle;

import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Facts;

/** Makes the bytes that an attestation commits to (docs/metrics/). */
public interface PayloadMaker {
  MetricsPayloads.Payload payload(BookingRecord booking, Facts facts, Decision decision);
}
