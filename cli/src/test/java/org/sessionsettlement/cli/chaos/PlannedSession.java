package org.sessionsettlement.cli.chaos;

import java.math.BigInteger;
import org.sessionsettlement.cli.demo.Script;
import org.sessionsettlement.rules.SlotTerms;

/**
 * A session and what its parties mean to do.
 *
 * @param startsAfterSeconds since the beginning of the chaos, by the service's clock
 */
record PlannedSession(
    long startsAfterSeconds,
    int durationMins,
    int graceMins,
    int minOverlapMins,
    BigInteger priceUnits,
    Script host,
    Script guest) {

  SlotTerms terms(long beginSeconds) {
    return new SlotTerms(
        beginSeconds + startsAfterSeconds, durationMins, graceMins, minOverlapMins);
  }
}
