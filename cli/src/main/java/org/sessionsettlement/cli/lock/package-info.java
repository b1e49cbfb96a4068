/** Keeps two runs of a verb off the same files. */
@NullMarked
package org.sessionsettlement.cli.lock;

import org.jspecify.annotations.NullMarked;
