/** Who may send and receive a token: TIP-403 policies, and receivers' own by TIP-1028. */
@NullMarked
package org.sessionsettlement.tempo.policy;

import org.jspecify.annotations.NullMarked;
