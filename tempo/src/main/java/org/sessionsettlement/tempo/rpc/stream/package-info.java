/**
 * Following the chain: new heads and logs, in order and without a gap, over WebSocket connections
 * that may break; and logs of the past in ranges as large as the node allows.
 */
@NullMarked
package org.sessionsettlement.tempo.rpc.stream;

import org.jspecify.annotations.NullMarked;
