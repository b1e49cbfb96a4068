/** Access keys on chain: what an account lets them do, and how it changes that. */
@NullMarked
package org.sessionsettlement.tempo.keychain;

import org.jspecify.annotations.NullMarked;
