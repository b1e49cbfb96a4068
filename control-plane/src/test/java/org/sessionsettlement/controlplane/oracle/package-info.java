/** Rules of the oracle, and its outbox on a real database. */
@NullMarked
package org.sessionsettlement.controlplane.oracle;

import org.jspecify.annotations.NullMarked;
