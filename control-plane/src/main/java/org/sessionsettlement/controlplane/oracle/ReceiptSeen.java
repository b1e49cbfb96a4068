package org.sessionsettlement.controlplane.oracle;

/**
 * What became of a mined transaction of ours.
 *
 * @param didIt whether it succeeded and the escrow says in its events that the intent happened
 */
public record ReceiptSeen(boolean didIt, Mined mined) {}
