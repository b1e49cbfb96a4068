/** The rulebook: who kept the appointment. Values in, verdict out. */
@NullMarked
package org.sessionsettlement.rules;

import org.jspecify.annotations.NullMarked;
