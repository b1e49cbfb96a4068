/** What a transaction costs: gas, its price, the token that pays, and the limits a sender sets. */
@NullMarked
package org.sessionsettlement.tempo.fee;

import org.jspecify.annotations.NullMarked;
