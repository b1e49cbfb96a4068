package org.sessionsettlement.controlplane.oracle;

import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;

/**
 * A signed transaction as it is stored before it is sent, and sent again after a crash.
 *
 * @param validBeforeSeconds block time, unix seconds, from which it can no longer be mined
 */
public record StoredTransaction(Hash32 hash, Bytes bytes, long validBeforeSeconds) {}
