/** The chain's view of a booking, as the other features ask for it. */
@NullMarked
package org.sessionsettlement.controlplane.booking;

import org.jspecify.annotations.NullMarked;
