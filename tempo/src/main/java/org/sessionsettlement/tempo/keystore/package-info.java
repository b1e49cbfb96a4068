/** Keys in files, encrypted under a password: Web3 Secret Storage, version 3. */
@NullMarked
package org.sessionsettlement.tempo.keystore;

import org.jspecify.annotations.NullMarked;
