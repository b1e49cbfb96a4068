/** TIP-20 tokens and the precompiles around them: calls and reads as values. */
@NullMarked
package org.sessionsettlement.tempo.token;

import org.jspecify.annotations.NullMarked;
