@NullMarked
package org.sessionsettlement.tempo.nonce;

import org.jspecify.annotations.NullMarked;
