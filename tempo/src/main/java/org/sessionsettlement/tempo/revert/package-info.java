/** What a contract says when it reverts. */
@NullMarked
package org.sessionsettlement.tempo.revert;

import org.jspecify.annotations.NullMarked;
