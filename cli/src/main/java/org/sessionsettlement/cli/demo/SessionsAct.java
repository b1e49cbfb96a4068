package org.sessionsettlement.cli.demo;

import java.util.List;
import java.util.Optional;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.localnet.BlockHold;
import org.sessionsettlement.localnet.Step;
import org.sessionsettlement.localnet.TimeMover;
import org.sessionsettlement.rules.Outcome;

/** The sessions themselves, the oracle's word on them, and the disputes that follow. */
final class SessionsAct {
  private static final long AFTER_END_SECONDS = 5;
  private static final long ORACLE_LEAVES_BEFORE_END_SECONDS = 20;

  private final Stage stage;
  private final Player owner;
  private final boolean killService;

  SessionsAct(Stage stage, Player owner, boolean killService) {
    this.stage = stage;
    this.owner = owner;
    this.killService = killService;
  }

  /** Ends shortly before the last session does, the one that is to lose its oracle. */
  void play(List<BookedSession> sessions, long startSeconds) {
    List<BookedSession> attested = sessions.stream().filter(BookedSession::isAttested).toList();
    try (Troupe troupe = Troupe.of(stage, sessions)) {
      TimeMover mover = stage.mover(sessions, troupe.then(step -> tell(step, startSeconds)));
      if (killService) {
        killInTheMiddle(mover, attested);
      }
      mover.advanceTo(end(attested) + AFTER_END_SECONDS);
      awaitAttestations(attested);
      dispute(attested);
      mover.advanceTo(end(sessions) - ORACLE_LEAVES_BEFORE_END_SECONDS);
    }
  }

  private void awaitAttestations(List<BookedSession> sessions) {
    stage.progress().now("waiting for attestations");
    stage.watch().awaitAll("the attestation", sessions, List.of(BookingStatus.ATTESTED));
  }

  /**
   * No-shows are attested by now, and at the end the completed sessions are: they are signed and
   * sent in the one step over it, and no block confirms them before the service dies.
   */
  private void killInTheMiddle(TimeMover mover, List<BookedSession> sessions) {
    mover.advanceTo(end(sessions) - 1);
    int attested;
    try (BlockHold _ = stage.stack().chain().holdBlocks()) {
      mover.advanceTo(end(sessions) + 1);
      stage.stack().service().kill();
      attested = stage.watch().notBooked(sessions);
    }
    stage
        .progress()
        .now("service killed with " + attested + " of " + sessions.size() + " attested");
    stage.stack().service().startAgain();
  }

  private void dispute(List<BookedSession> sessions) {
    for (BookedSession session : sessions) {
      if (session.scenario().course() instanceof Course.Disputed disputed) {
        session.player(disputed.challenger()).chain().challenge(session.bookingId()).orThrow();
        disputed.ownerSays().ifPresent(outcome -> resolve(session, outcome));
      }
    }
  }

  private void resolve(BookedSession session, Outcome outcome) {
    owner.chain().resolveDispute(session.bookingId(), EscrowOutcome.of(outcome)).orThrow();
  }

  private static long end(List<BookedSession> sessions) {
    return sessions.stream().mapToLong(BookedSession::endSeconds).max().orElseThrow();
  }

  private void tell(Step step, long startSeconds) {
    Optional<String> clock =
        step.live() ? Optional.of(clockFace(step.toSeconds() - startSeconds)) : Optional.empty();
    clock.ifPresent(face -> stage.progress().now("sessions running, " + face));
  }

  private static String clockFace(long seconds) {
    String sign = seconds < 0 ? "-" : "+";
    return String.format("%s%02d:%02d", sign, Math.abs(seconds) / 60, Math.abs(seconds) % 60);
  }
}
