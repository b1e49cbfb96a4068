/** The mirror against a chain that a test writes. */
@NullMarked
package org.sessionsettlement.controlplane.indexer;

import org.jspecify.annotations.NullMarked;
