/** The service: sign-in, presence, indexer, oracle, explanations. */
@NullMarked
package org.sessionsettlement.controlplane;

import org.jspecify.annotations.NullMarked;
