@NullMarked
package org.sessionsettlement.controlplane.rpc;

import org.jspecify.annotations.NullMarked;
