/** SessionEscrowV1 in Java: calls, events, revert reasons, deployment, metrics hash. */
@NullMarked
package org.sessionsettlement.escrow;

import org.jspecify.annotations.NullMarked;
