/** Verdicts, the outbox of signed transactions and the keeper. */
@NullMarked
package org.sessionsettlement.controlplane.oracle;

import org.jspecify.annotations.NullMarked;
