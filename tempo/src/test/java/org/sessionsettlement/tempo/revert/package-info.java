@NullMarked
package org.sessionsettlement.tempo.revert;

import org.jspecify.annotations.NullMarked;
