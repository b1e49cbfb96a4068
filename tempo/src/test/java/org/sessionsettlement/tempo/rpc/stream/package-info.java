@NullMarked
package org.sessionsettlement.tempo.rpc.stream;

import org.jspecify.annotations.NullMarked;
