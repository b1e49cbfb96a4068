/** The service under the load of thousands of sessions, on one machine with its load generator. */
@NullMarked
package org.sessionsettlement.bench.load;

import org.jspecify.annotations.NullMarked;
