package org.sessionsettlement.controlplane.oracle;

import java.util.Optional;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Hash32;

/**
 * A booking as the contract has it now.
 *
 * @param outcome where it is one that can be attested
 * @param metricsHash zero before an attestation
 */
public record ChainBooking(BookingStatus status, Optional<Outcome> outcome, Hash32 metricsHash) {}
