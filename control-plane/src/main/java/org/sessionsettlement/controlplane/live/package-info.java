/**
 * Tells pages when to read again: the mirror's events, as they come, over server-sent events. What
 * is told here is public, as the chain is.
 */
@NullMarked
package org.sessionsettlement.controlplane.live;

import org.jspecify.annotations.NullMarked;
