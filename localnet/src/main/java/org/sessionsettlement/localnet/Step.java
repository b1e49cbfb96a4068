package org.sessionsettlement.localnet;

/**
 * One movement of the chain's clock.
 *
 * @param fromSeconds the chain's time before, unix seconds
 * @param toSeconds the chain's time after, unix seconds
 * @param live whether a booked slot is running, so that clients must be given time for a heartbeat
 */
public record Step(long fromSeconds, long toSeconds, boolean live) {}
