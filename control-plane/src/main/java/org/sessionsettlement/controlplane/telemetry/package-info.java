/** What the service tells of itself to operators: every meter, by its name, and who counts it. */
@NullMarked
package org.sessionsettlement.controlplane.telemetry;

import org.jspecify.annotations.NullMarked;
