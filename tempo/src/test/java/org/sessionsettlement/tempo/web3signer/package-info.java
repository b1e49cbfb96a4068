@NullMarked
package org.sessionsettlement.tempo.web3signer;

import org.jspecify.annotations.NullMarked;
