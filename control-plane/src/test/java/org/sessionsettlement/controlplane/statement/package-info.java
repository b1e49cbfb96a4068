/** Tests of statements. */
@NullMarked
package org.sessionsettlement.controlplane.statement;

import org.jspecify.annotations.NullMarked;
