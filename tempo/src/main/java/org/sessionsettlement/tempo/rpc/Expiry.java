package org.sessionsettlement.tempo.rpc;

/**
 * When a transaction can no longer be mined.
 *
 * @param validBefore unix seconds: it is mined only in a block of an earlier second
 * @param trusted which block tells the chain's time beyond doubt: finalized on a real node, latest
 *     on Anvil, whose finalized block is 64 behind
 */
public record Expiry(long validBefore, BlockTag trusted) {}
