/** Nonces beside the account's own sequence. */
@NullMarked
package org.sessionsettlement.tempo.nonce;

import org.jspecify.annotations.NullMarked;
