@NullMarked
package org.sessionsettlement.tempo.token;

import org.jspecify.annotations.NullMarked;
