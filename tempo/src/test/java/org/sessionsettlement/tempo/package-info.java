@NullMarked
package org.sessionsettlement.tempo;

import org.jspecify.annotations.NullMarked;
