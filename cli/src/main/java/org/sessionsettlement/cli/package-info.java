/** settle: the command line. */
@NullMarked
package org.sessionsettlement.cli;

import org.jspecify.annotations.NullMarked;
