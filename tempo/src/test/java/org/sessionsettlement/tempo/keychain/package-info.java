@NullMarked
package org.sessionsettlement.tempo.keychain;

import org.jspecify.annotations.NullMarked;
