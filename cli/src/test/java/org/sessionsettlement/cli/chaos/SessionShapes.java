package org.sessionsettlement.cli.chaos;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sessionsettlement.cli.demo.Script;
import org.sessionsettlement.cli.demo.Visit;

/** Sessions of every shape: on time, late, absent, gone early, back again, crashed. */
final class SessionShapes {
  private static final int LONGEST_MINS = 3;
  private static final int LEAST_PRICE_UNITS = 1_000_000;
  private static final int PRICES = 9_000_000;
  private static final int EARLY_SECONDS = 40;
  private static final int LATE_SECONDS = 100;
  private static final int SHORTEST_VISIT_SECONDS = 12;

  private final Random random;

  SessionShapes(Random random) {
    this.random = random;
  }

  /**
   * One that ends before the chaos does.
   *
   * @param chaosSeconds how long the chaos lasts by the service's clock
   */
  PlannedSession next(long chaosSeconds) {
    int durationMins = between(2, LONGEST_MINS);
    long latestStart = Math.max(1, chaosSeconds - durationMins * 60L);
    return new PlannedSession(
        random.nextLong(latestStart),
        durationMins,
        between(0, 1),
        between(1, 1 + durationMins / 2),
        BigInteger.valueOf(LEAST_PRICE_UNITS + random.nextInt(PRICES)),
        script(durationMins * 60),
        script(durationMins * 60));
  }

  private Script script(int seconds) {
    return switch (random.nextInt(10)) {
      case 0 -> Script.absent();
      case 1 -> Script.of(Visit.of(between(1, LATE_SECONDS), seconds + 1L));
      case 2 -> Script.of(Visit.of(early(), between(SHORTEST_VISIT_SECONDS, seconds)));
      case 3 -> Script.of(Visit.crashing(early(), between(SHORTEST_VISIT_SECONDS, seconds)));
      case 4 -> comingAndGoing(seconds);
      default -> Script.of(Visit.of(early(), seconds + 1L));
    };
  }

  private Script comingAndGoing(int seconds) {
    List<Visit> visits = new ArrayList<>();
    long from = early();
    while (from < seconds - SHORTEST_VISIT_SECONDS) {
      long until = from + between(SHORTEST_VISIT_SECONDS, seconds / 2);
      visits.add(random.nextInt(3) == 0 ? Visit.crashing(from, until) : Visit.of(from, until));
      from = until + between(1, SHORTEST_VISIT_SECONDS * 2);
    }
    return new Script(visits);
  }

  private long early() {
    return -between(1, EARLY_SECONDS);
  }

  private int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }
}
