package org.sessionsettlement.cli.chaos;

import java.time.Duration;

/**
 * When a fault begins, since the beginning of the chaos, and for how long; by the wall's clock.
 *
 * @param lasts zero where it happens in an instant
 */
record PlannedFault(Duration at, Duration lasts, Fault fault) {}
