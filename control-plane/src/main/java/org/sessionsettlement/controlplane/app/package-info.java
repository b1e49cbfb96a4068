/**
 * Wiring, settings, HTTP edge and background work of the service: the one place that knows every
 * feature.
 */
@NullMarked
package org.sessionsettlement.controlplane.app;

import org.jspecify.annotations.NullMarked;
