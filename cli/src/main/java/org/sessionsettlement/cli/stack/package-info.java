/** A whole stack in one process tree: chain, database, service, and the folder they live in. */
@NullMarked
package org.sessionsettlement.cli.stack;

import org.jspecify.annotations.NullMarked;
