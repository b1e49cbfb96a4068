package org.sessionsettlement.cli.demo;

import java.util.List;
import org.sessionsettlement.localnet.DevAccounts;

/** Plays the programme on a running stack, act by act, and audits what came of it. */
final class Demo {
  private static final long BOOKED_AHEAD_SECONDS = 3 * 3_600;

  private final Stage stage;
  private final boolean killService;

  /**
   * A demo on that stage.
   *
   * @param killService whether the service is killed in the middle of its attestations, and started
   *     again
   */
  Demo(Stage stage, boolean killService) {
    this.stage = stage;
    this.killService = killService;
  }

  /** All acts, and the report. */
  DemoReport play() {
    Cast cast = new Cast(stage.stack());
    stage.progress().now("funding hosts and guests");
    List<Cast.Pair> pairs = cast.assemble(Programme.scenarios());
    List<Player> officials =
        List.of(
            cast.dev(DevAccounts.TREASURY),
            cast.dev(DevAccounts.OWNER),
            cast.dev(DevAccounts.ORACLE));
    Ledger ledger = Ledger.open(stage, pairs, officials);
    long start = stage.clock().nowSeconds() + BOOKED_AHEAD_SECONDS;
    List<BookedSession> sessions = new BookingAct(stage).play(pairs, start);
    new SessionsAct(stage, cast.dev(DevAccounts.OWNER), killService).play(sessions, start);
    new SettlementAct(stage).play(sessions, cast.dev(DevAccounts.TREASURY));
    stage.progress().now("auditing");
    return new Audit(stage).of(sessions, ledger);
  }
}
