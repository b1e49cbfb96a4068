/** What the tests of several packages share. */
@NullMarked
package org.sessionsettlement.controlplane;

import org.jspecify.annotations.NullMarked;
