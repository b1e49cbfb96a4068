/** Errors as RFC 9457 problems with stable codes. */
@NullMarked
package org.sessionsettlement.controlplane.problem;

import org.jspecify.annotations.NullMarked;
