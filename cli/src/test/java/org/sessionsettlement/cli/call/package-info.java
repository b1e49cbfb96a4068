/** Calls: TURN and media, with real servers and real browsers. */
@NullMarked
package org.sessionsettlement.cli.call;

import org.jspecify.annotations.NullMarked;
