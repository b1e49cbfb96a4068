/** Structured data that wallets show and sign: EIP-712. */
@NullMarked
package org.sessionsettlement.tempo.signature.typeddata;

import org.jspecify.annotations.NullMarked;
