@NullMarked
package org.sessionsettlement.controlplane.privacy;

import org.jspecify.annotations.NullMarked;
