/** What the tests of this module and of those above it share: a chain of their own. */
@NullMarked
package org.sessionsettlement.tempo.testing;

import org.jspecify.annotations.NullMarked;
