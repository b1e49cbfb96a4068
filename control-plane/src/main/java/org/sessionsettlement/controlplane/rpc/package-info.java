/** The chain's node on our own origin, for the pages: their policy lets them ask nobody else. */
@NullMarked
package org.sessionsettlement.controlplane.rpc;

import org.jspecify.annotations.NullMarked;
