@NullMarked
package org.sessionsettlement.tempo.policy;

import org.jspecify.annotations.NullMarked;
