/** Transactions: build, check, encode, decode, sign, recover; and what they cost. */
@NullMarked
package org.sessionsettlement.tempo.transaction;

import org.jspecify.annotations.NullMarked;
