@NullMarked
package org.sessionsettlement.tempo.keystore;

import org.jspecify.annotations.NullMarked;
