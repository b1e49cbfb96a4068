/** {@code settle index}: compares the mirror with the chain, and makes it anew. */
@NullMarked
package org.sessionsettlement.cli.index;

import org.jspecify.annotations.NullMarked;
