/** Personal data: how long presence is kept, and what a wallet may have exported or erased. */
@NullMarked
package org.sessionsettlement.controlplane.privacy;

import org.jspecify.annotations.NullMarked;
