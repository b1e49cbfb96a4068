/** Stories of every state. */
@NullMarked
package org.sessionsettlement.controlplane.explain;

import org.jspecify.annotations.NullMarked;
