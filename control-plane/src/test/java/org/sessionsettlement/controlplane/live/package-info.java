@NullMarked
package org.sessionsettlement.controlplane.live;

import org.jspecify.annotations.NullMarked;
