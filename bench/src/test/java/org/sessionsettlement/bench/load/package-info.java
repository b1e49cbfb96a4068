@NullMarked
package org.sessionsettlement.bench.load;

import org.jspecify.annotations.NullMarked;
