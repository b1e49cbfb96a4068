/** What an app embeds: the session API and the escrow actions of a host or a guest. */
@NullMarked
package org.sessionsettlement.client;

import org.jspecify.annotations.NullMarked;
