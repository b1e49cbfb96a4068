package org.sessionsettlement.escrow;

import java.math.BigInteger;
import org.sessionsettlement.tempo.Address;

/**
 * A guest's offer. An id never used reads as zeros with status NONE.
 *
 * @param hostTarget who may accept; zero for any host
 * @param windowStart unix seconds of the earliest start
 * @param windowEnd unix seconds of the latest start
 * @param amount token units, paid in
 * @param expiry unix seconds until which it may be accepted
 * @param slotId with bookingId and host: what came of it, zeros until accepted
 */
public record SessionRequest(
    Address hostTarget,
    Address guest,
    long windowStart,
    long windowEnd,
    int durationMins,
    BigInteger amount,
    long expiry,
    RequestStatus status,
    long slotId,
    long bookingId,
    Address host) {
  static SessionRequest read(Words words) {
    return new SessionRequest(
        words.address(),
        words.address(),
        words.number(),
        words.number(),
        words.count(),
        words.amount(),
        words.number(),
        words.choice(RequestStatus.values()),
        words.number(),
        words.number(),
        words.address());
  }
}
