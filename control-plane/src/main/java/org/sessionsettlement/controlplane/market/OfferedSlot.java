package org.sessionsettlement.controlplane.market;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A slot of a host. Times are unix seconds, lengths minutes, the price token units.
 *
 * @param bookingId of the booking on it, empty where it is open or was taken back
 */
record OfferedSlot(
    long slotId,
    long startSeconds,
    int durationMins,
    BigInteger price,
    long graceMins,
    int minOverlapMins,
    long cancelCutoffMins,
    SlotStatus status,
    Optional<Long> bookingId) {
  long endSeconds() {
    return startSeconds + durationMins * 60L;
  }
}
