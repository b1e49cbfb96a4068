package org.sessionsettlement.controlplane.oracle;

import java.math.BigInteger;

/**
 * The chain's time, unix seconds, and its price.
 *
 * @param trustedSeconds of the newest block the oracle believes: windows are judged by it
 * @param trustedBlock that block's number
 * @param latestSeconds of the newest block: what a validity end is counted from
 * @param baseFeePerGas of the newest block, attodollars
 */
public record ChainTime(
    long trustedBlock, long trustedSeconds, long latestSeconds, BigInteger baseFeePerGas) {}
