/** Presence: who was in which booking when, by leases. */
@NullMarked
package org.sessionsettlement.controlplane.session;

import org.jspecify.annotations.NullMarked;
