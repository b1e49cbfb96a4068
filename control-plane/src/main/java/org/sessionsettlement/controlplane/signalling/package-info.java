/** Who of a booking has a socket where, and what they say to each other (docs/signalling.md). */
@NullMarked
package org.sessionsettlement.controlplane.signalling;

import org.jspecify.annotations.NullMarked;
