package org.sessionsettlement.controlplane.session;

import java.util.OptionalLong;

/**
 * Whether the service was watching when a lease ran out: the liveness rows on both sides of that
 * instant.
 *
 * @param lastRowMs the newest row at or before it
 * @param nextRowMs the oldest row after it; empty while there is none
 */
record Watch(OptionalLong lastRowMs, OptionalLong nextRowMs) {}
