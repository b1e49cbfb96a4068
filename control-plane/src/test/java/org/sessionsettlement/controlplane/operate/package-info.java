@NullMarked
package org.sessionsettlement.controlplane.operate;

import org.jspecify.annotations.NullMarked;
