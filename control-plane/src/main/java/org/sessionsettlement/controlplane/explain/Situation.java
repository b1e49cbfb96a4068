package org.sessionsettlement.controlplane.explain;

import java.util.Optional;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.oracle.ForcedOutcome;
import org.sessionsettlement.controlplane.oracle.Submission;
import org.sessionsettlement.controlplane.oracle.VerdictRecord;

/**
 * All that is known about a booking's settlement at one moment.
 *
 * @param verdict the newest
 * @param attestation the newest of ours
 * @param override what an operator forced, where it is what was or is being attested
 * @param committedByUs whether we have the payload that the chain's metrics hash commits to
 * @param nowMs the service's clock
 */
record Situation(
    BookingRecord booking,
    Optional<VerdictRecord> verdict,
    Optional<Submission> attestation,
    Optional<ForcedOutcome> override,
    boolean committedByUs,
    long nowMs) {}
