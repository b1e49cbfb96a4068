@NullMarked
package org.sessionsettlement.controlplane.market;

import org.jspecify.annotations.NullMarked;
