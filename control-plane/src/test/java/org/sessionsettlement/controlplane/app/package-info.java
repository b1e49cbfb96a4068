/** Tests over HTTP against the started service. */
@NullMarked
package org.sessionsettlement.controlplane.app;

import org.jspecify.annotations.NullMarked;
