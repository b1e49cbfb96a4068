/** {@code settle decide}: rulebook cases in, verdicts out. */
@NullMarked
package org.sessionsettlement.cli.decide;

import org.jspecify.annotations.NullMarked;
