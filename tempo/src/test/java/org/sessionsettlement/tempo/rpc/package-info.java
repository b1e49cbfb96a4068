@NullMarked
package org.sessionsettlement.tempo.rpc;

import org.jspecify.annotations.NullMarked;
