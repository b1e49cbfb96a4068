@NullMarked
package org.sessionsettlement.tempo.signature;

import org.jspecify.annotations.NullMarked;
