/** Tests of ops. */
@NullMarked
package org.sessionsettlement.controlplane.ops;

import org.jspecify.annotations.NullMarked;
