/** Mirrors the escrow's events into tables. */
@NullMarked
package org.sessionsettlement.controlplane.indexer;

import org.jspecify.annotations.NullMarked;
