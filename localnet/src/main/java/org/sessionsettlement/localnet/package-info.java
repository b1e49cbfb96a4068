/** A local Tempo chain: starts Anvil, deploys, funds, moves time. */
@NullMarked
package org.sessionsettlement.localnet;

import org.jspecify.annotations.NullMarked;
