package org.sessionsettlement.controlplane.oracle;

import java.time.Duration;
import java.util.Optional;
import org.sessionsettlement.controlplane.booking.BookingDirectory;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.problem.Problem;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.rules.Verdict;
import org.sessionsettlement.tempo.Hash32;

/** The operator's way in: evaluates, submits and follows at once what the sweep would do soon. */
public final class AttestNow {
  /** How many looks for a receipt, and the pause between two. */
  private static final int LOOKS = 100;

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final BookingDirectory bookings;
  private final Evaluator evaluator;
  private final Submitter submitter;
  private final Outbox outbox;
  private final Duties duties;

  public AttestNow(
      Database database,
      BookingDirectory bookings,
      Evaluator evaluator,
      Submitter submitter,
      Duties duties) {
    this.duties = duties;
    this.bookings = bookings;
    this.evaluator = evaluator;
    this.submitter = submitter;
    this.outbox = new Outbox(database);
  }

  /** What came of it. */
  public sealed interface Result {
    record Attested(Outcome outcome, Hash32 txHash) implements Result {}

    record Refused(Problem problem) implements Result {}
  }

  /** Attests if there is an answer that the contract takes now. */
  public Result attest(BookingKey key) {
    if (!duties.attests()) {
      return refused(ProblemCode.ORACLE_OFF);
    }
    if (bookings.find(key).isEmpty()) {
      return refused(ProblemCode.BOOKING_NOT_FOUND);
    }
    return switch (evaluator.evaluate(key, Trigger.OPERATOR)) {
      case Evaluation.Submitted(long id) -> carry(id);
      case Evaluation.InProgress(long id) -> carry(id);
      case Evaluation.NotNow(Verdict verdict) -> refused(code(verdict));
      case Evaluation.HeldUntilEnd _ -> held();
      case Evaluation.NotBooked _ -> refused(ProblemCode.ALREADY_SETTLED);
      // Who is not mirrored was booked a moment ago, more than a minute before the start.
      case Evaluation.NotMirrored _, Evaluation.NotDue _ -> refused(ProblemCode.SESSION_RUNNING);
    };
  }

  private Result carry(long id) {
    for (int look = 0; look < LOOKS; look++) {
      var submission = outbox.find(id).orElseThrow();
      if (submission.stage() instanceof Stage.Over how) {
        return ended(submission, how);
      }
      submitter.step(submission);
      pause();
    }
    return outbox.find(id).flatMap(AttestNow::sent).orElseGet(AttestNow::chainSilent);
  }

  private static Result ended(Submission submission, Stage.Over how) {
    return switch (how) {
      case Stage.Confirmed(Optional<Mined> mined) when mined.isPresent() ->
          attested(submission, mined.get().txHash());
      case Stage.Confirmed _, Stage.SettledWithoutUs _ -> refused(ProblemCode.ALREADY_SETTLED);
      case Stage.Refused(String reason) -> refused(untimely(reason));
      case Stage.Overridden _ -> refused(ProblemCode.OVERRIDDEN);
      case Stage.Expired _, Stage.GaveUp _ -> chainSilent();
    };
  }

  private static ProblemCode untimely(String reason) {
    return switch (reason) {
      case "GRACE_NOT_OVER" -> ProblemCode.GRACE_NOT_OVER;
      case "OVERLAP_NOT_MET" -> ProblemCode.OVERLAP_NOT_MET;
      case "TOO_LATE", "NO_SHOW_TOO_LATE" -> ProblemCode.WINDOW_MISSED;
      default -> ProblemCode.ALREADY_SETTLED;
    };
  }

  /** Sent, and no receipt within our patience: the sweep goes on following it. */
  private static Optional<Result> sent(Submission submission) {
    return switch (submission.stage()) {
      case Stage.Sent(var transaction, long _) ->
          Optional.of(attested(submission, transaction.hash()));
      case Stage.Over how -> Optional.of(ended(submission, how));
      case Stage.Decided _, Stage.Signed _ -> Optional.empty();
    };
  }

  private static Result attested(Submission submission, Hash32 txHash) {
    return submission.intent() instanceof Intent.Attest(var _, var outcome, var _, long _)
        ? new Result.Attested(outcome, txHash)
        : refused(ProblemCode.ALREADY_SETTLED);
  }

  private static ProblemCode code(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Wait(var reason, var _) ->
          switch (reason) {
            case SESSION_RUNNING -> ProblemCode.SESSION_RUNNING;
            case GRACE_NOT_OVER -> ProblemCode.GRACE_NOT_OVER;
            case OVERLAP_NOT_MET -> ProblemCode.OVERLAP_NOT_MET;
          };
      case Verdict.Missed _ -> ProblemCode.WINDOW_MISSED;
      case Verdict.Inconclusive _ -> ProblemCode.PRESENCE_UNKNOWN;
      case Verdict.Attest _ -> ProblemCode.SESSION_RUNNING;
    };
  }

  private static Result held() {
    String detail = "The session is completed; that is attested once it is over";
    return new Result.Refused(new Problem(ProblemCode.SESSION_RUNNING, detail));
  }

  private static Result chainSilent() {
    return refused(ProblemCode.CHAIN_UNAVAILABLE);
  }

  private static Result refused(ProblemCode code) {
    return new Result.Refused(Problem.of(code));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
