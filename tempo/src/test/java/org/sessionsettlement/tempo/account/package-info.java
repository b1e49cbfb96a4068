@NullMarked
package org.sessionsettlement.tempo.account;

import org.jspecify.annotations.NullMarked;
