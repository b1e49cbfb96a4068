/** Keys that stay in Consensys Web3Signer and sign over HTTP. */
@NullMarked
package org.sessionsettlement.tempo.web3signer;

import org.jspecify.annotations.NullMarked;
