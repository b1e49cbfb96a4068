/**
 * Tempo's JSON-RPC: typed requests, answers and errors over an HTTP transport that is handed in.
 */
@NullMarked
package org.sessionsettlement.tempo.rpc;

import org.jspecify.annotations.NullMarked;
