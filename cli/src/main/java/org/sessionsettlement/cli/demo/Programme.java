package org.sessionsettlement.cli.demo;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.rules.SlotTerms;

/** The sessions that the demo plays, all over the same quarter of an hour. */
final class Programme {
  static final int DURATION_MINS = 15;
  static final int GRACE_MINS = 5;
  static final int MIN_OVERLAP_MINS = 8;
  static final int CANCEL_CUTOFF_MINS = 60;

  /**
   * A session whose oracle goes away ends this much after the others, so that they are attested
   * first.
   */
  static final long ORACLE_AWAY_STARTS_LATER_SECONDS = 120;

  private static final long END = DURATION_MINS * 60L;
  private static final Script THROUGHOUT = Script.of(Visit.of(-60, END));

  private Programme() {}

  static SlotTerms termsStarting(long startSeconds) {
    return new SlotTerms(startSeconds, DURATION_MINS, GRACE_MINS, MIN_OVERLAP_MINS);
  }

  static List<Scenario> scenarios() {
    Builder demo = new Builder();
    demo.held("completed", "both come and stay", THROUGHOUT, THROUGHOUT);
    demo.held("host-absent", "the host never comes", Script.absent(), THROUGHOUT);
    demo.held("guest-absent", "the guest never comes", THROUGHOUT, Script.absent());
    demo.held("nobody", "nobody comes", Script.absent(), Script.absent());
    demo.held(
        "host-late", "the host comes after the grace", lateHost(), Script.of(Visit.of(-60, 780)));
    demo.held("guest-early", "the guest leaves early", THROUGHOUT, Script.of(Visit.of(-30, 240)));
    demo.held("reconnects", "both drop out and come back", droppingHost(), droppingGuest());
    demo.held(
        "crash", "the guest's client crashes", THROUGHOUT, Script.of(Visit.crashing(-30, 200)));
    demo.add("overturned", "disputed, the owner overturns", THROUGHOUT, THROUGHOUT, overturned());
    demo.add(
        "timeout",
        "disputed, the dispute times out",
        THROUGHOUT,
        Script.of(Visit.of(-30, 300)),
        timedOut());
    demo.cancelled(
        "cancel-early", "the guest cancels early", new Course.Cancelled(Role.GUEST, false));
    demo.cancelled("cancel-late", "the guest cancels late", new Course.Cancelled(Role.GUEST, true));
    demo.cancelled("cancel-host", "the host cancels", new Course.Cancelled(Role.HOST, false));
    demo.add("oracle-away", "the oracle is away", THROUGHOUT, THROUGHOUT, new Course.OracleAway());
    return List.copyOf(demo.scenarios);
  }

  /** Past the grace, but early enough to save the session, had the guest stayed to the end. */
  private static Script lateHost() {
    return Script.of(Visit.of(330, END));
  }

  private static Script droppingHost() {
    return Script.of(Visit.of(-60, 200), Visit.of(230, 500), Visit.of(560, END));
  }

  private static Script droppingGuest() {
    return Script.of(Visit.of(-45, 350), Visit.of(380, END));
  }

  private static Course overturned() {
    return new Course.Disputed(Role.GUEST, Optional.of(Outcome.NO_SHOW_HOST));
  }

  private static Course timedOut() {
    return new Course.Disputed(Role.GUEST, Optional.empty());
  }

  private static final class Builder {
    private static final long FIRST_PRICE_UNITS = 20_000_000;
    private static final long NEXT_PRICE_UNITS = 1_110_001;

    private final List<Scenario> scenarios = new ArrayList<>();

    void held(String key, String title, Script host, Script guest) {
      add(key, title, host, guest, new Course.Held());
    }

    void cancelled(String key, String title, Course course) {
      add(key, title, Script.absent(), Script.absent(), course);
    }

    void add(String key, String title, Script host, Script guest, Course course) {
      long price = FIRST_PRICE_UNITS + scenarios.size() * NEXT_PRICE_UNITS;
      scenarios.add(new Scenario(key, title, BigInteger.valueOf(price), host, guest, course));
    }
  }
}
