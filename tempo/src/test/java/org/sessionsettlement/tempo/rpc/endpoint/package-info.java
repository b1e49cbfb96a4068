@NullMarked
package org.sessionsettlement.tempo.rpc.endpoint;

import org.jspecify.annotations.NullMarked;
