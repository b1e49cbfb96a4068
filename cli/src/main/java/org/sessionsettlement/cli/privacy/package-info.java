/** {@code settle privacy}: what an installation stores about a wallet, and erasing it. */
@NullMarked
package org.sessionsettlement.cli.privacy;

import org.jspecify.annotations.NullMarked;
