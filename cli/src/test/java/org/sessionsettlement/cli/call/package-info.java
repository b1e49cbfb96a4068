<<<<<<< HEAD
/** Calls: TURN and media, with real servers and real browsers. */
=======
>>>>>>> wt5-client
@NullMarked
package org.sessionsettlement.cli.call;

import org.jspecify.annotations.NullMarked;
