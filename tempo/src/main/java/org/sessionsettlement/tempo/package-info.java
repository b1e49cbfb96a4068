/** Tempo for the JVM: transactions, accounts, TIP-20, JSON-RPC. */
@NullMarked
package org.sessionsettlement.tempo;

import org.jspecify.annotations.NullMarked;
