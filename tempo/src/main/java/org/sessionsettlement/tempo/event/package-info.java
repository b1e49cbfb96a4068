/** How the events of the precompiles are told apart and read. */
@NullMarked
package org.sessionsettlement.tempo.event;

import org.jspecify.annotations.NullMarked;
