/** How fast a backlog is attested, beside the chain's own limit and a plain loop. */
@NullMarked
package org.sessionsettlement.bench.oracle;

import org.jspecify.annotations.NullMarked;
