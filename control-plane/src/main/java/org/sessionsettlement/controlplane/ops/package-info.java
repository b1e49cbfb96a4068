/** Clocks, liveness rows and the gaps they show. */
@NullMarked
package org.sessionsettlement.controlplane.ops;

import org.jspecify.annotations.NullMarked;
