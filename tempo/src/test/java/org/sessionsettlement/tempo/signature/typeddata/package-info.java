@NullMarked
package org.sessionsettlement.tempo.signature.typeddata;

import org.jspecify.annotations.NullMarked;
