/** The oracle beside a plain loop, and beside what the chain takes. */
@NullMarked
package org.sessionsettlement.bench.oracle;

import org.jspecify.annotations.NullMarked;
