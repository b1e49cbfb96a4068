/** Programs to copy from, one a feature; each runs against the local chain in the tests. */
@NullMarked
package org.sessionsettlement.tempo.examples;

import org.jspecify.annotations.NullMarked;
