@NullMarked
package org.sessionsettlement.localnet;

import org.jspecify.annotations.NullMarked;
