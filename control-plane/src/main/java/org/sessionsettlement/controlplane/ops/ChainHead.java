package org.sessionsettlement.controlplane.ops;

/**
 * The newest block, as far as time goes.
 *
 * @param number its number
 * @param timestampSeconds its timestamp, unix seconds
 */
public record ChainHead(long number, long timestampSeconds) {}
