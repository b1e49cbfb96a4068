/** Timeline, explanation and metrics of a booking, for reading only. */
@NullMarked
package org.sessionsettlement.controlplane.explain;

import org.jspecify.annotations.NullMarked;
