@NullMarked
package org.sessionsettlement.tempo.transaction;

import org.jspecify.annotations.NullMarked;
