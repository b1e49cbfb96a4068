/** Accounts: who holds a key and signs with it. */
@NullMarked
package org.sessionsettlement.tempo.account;

import org.jspecify.annotations.NullMarked;
