package org.sessionsettlement.controlplane.oracle;

import org.sessionsettlement.tempo.Hash32;

/** Where on the chain a transaction of ours did its work. */
public record Mined(Hash32 txHash, long block, long atSeconds) {}
