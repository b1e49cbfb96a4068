/** Tests of digest. */
@NullMarked
package org.sessionsettlement.controlplane.digest;

import org.jspecify.annotations.NullMarked;
