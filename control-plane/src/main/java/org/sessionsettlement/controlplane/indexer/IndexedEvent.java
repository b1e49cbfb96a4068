package org.sessionsettlement.controlplane.indexer;

import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.tempo.rpc.Log;

/** An event, the log it was read from, and the time of its block in unix seconds. */
record IndexedEvent(Log log, EscrowEvent event, long atSeconds) {}
