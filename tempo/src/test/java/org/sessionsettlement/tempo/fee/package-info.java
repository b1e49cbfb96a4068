@NullMarked
package org.sessionsettlement.tempo.fee;

import org.jspecify.annotations.NullMarked;
