/** Rate limits, in the memory of one node. */
@NullMarked
package org.sessionsettlement.controlplane.limit;

import org.jspecify.annotations.NullMarked;
