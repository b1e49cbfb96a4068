package org.sessionsettlement.client.call;

/**
 * How well the media arrive.
 *
 * @param roundTripMs to the peer and back
 * @param lossPercent packets lost on the way here, 0 to 100
 */
public record Quality(int roundTripMs, int lossPercent) {}
