package org.sessionsettlement.controlplane.oracle;

/**
 * The chain's time, unix seconds.
 *
 * @param trustedSeconds of the newest block the oracle believes: windows are judged by it
 * @param trustedBlock that block's number
 * @param latestSeconds of the newest block: what a validity end is counted from
 */
public record ChainTime(long trustedBlock, long trustedSeconds, long latestSeconds) {}
