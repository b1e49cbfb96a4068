/** Tests of limit. */
@NullMarked
package org.sessionsettlement.controlplane.limit;

import org.jspecify.annotations.NullMarked;
