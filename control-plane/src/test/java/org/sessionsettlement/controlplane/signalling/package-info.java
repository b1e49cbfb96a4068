@NullMarked
package org.sessionsettlement.controlplane.signalling;

import org.jspecify.annotations.NullMarked;
