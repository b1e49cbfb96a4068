/** What hosts offer and guests ask for: slots, requests, and what a host says of itself. */
@NullMarked
package org.sessionsettlement.controlplane.market;

import org.jspecify.annotations.NullMarked;
