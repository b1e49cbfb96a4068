/** Tests of telemetry. */
@NullMarked
package org.sessionsettlement.controlplane.telemetry;

import org.jspecify.annotations.NullMarked;
