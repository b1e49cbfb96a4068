package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.rpc.RpcErrorException;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.RpcUnavailableException;
import org.sessionsettlement.tempo.transaction.InvalidTransactionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries submissions to their end, a step at a time: ask the chain, sign, store the signed bytes,
 * send, follow to a receipt. After a crash between any two of these the next step goes on from what
 * is stored.
 */
public final class Submitter {
  private static final Logger LOG = LoggerFactory.getLogger(Submitter.class);
  private static final int BATCH = 64;
  private static final long LOOK_FOR_RECEIPT_MS = 200;
  private static final long SEND_AGAIN_AFTER_MS = 3_000;
  private static final long DECIDE_AGAIN_MS = 1_000;

  /** Should the mirror still say Booked by then, the chain has gone back on it: look again. */
  private static final long DOUBLE_CHECK_MS = 300_000;

  private final Database database;
  private final OracleChain chain;
  private final Outbox outbox;
  private final MetricsPayloads payloads;
  private final Looks looks;
  private final OracleMeters meters;
  private final InstantSource clock;
  private final Duties duties;

  public Submitter(
      Database database,
      OracleChain chain,
      Duties duties,
      OracleMeters meters,
      InstantSource clock) {
    this.duties = duties;
    this.database = database;
    this.chain = chain;
    this.outbox = new Outbox(database);
    this.payloads = new MetricsPayloads(database);
    this.looks = new Looks(database);
    this.meters = meters;
    this.clock = clock;
  }

  /** Makes the next step of every submission that is due; the failure of one stops no other. */
  public void tick() {
    for (var submission : outbox.claimDue(duties, clock.millis(), BATCH)) {
      step(submission);
    }
  }

  /** Makes the next step of one submission; what the chain throws is recorded and tried again. */
  void step(Submission submission) {
    try {
      switch (submission.stage()) {
        case Stage.Decided _ -> prepare(submission);
        case Stage.Signed(var transaction) -> follow(submission, transaction);
        case Stage.Sent(var transaction, long _) -> follow(submission, transaction);
        case Stage.Over _ -> {}
      }
    } catch (RpcUnavailableException e) {
      outbox.later(submission.id(), clock.millis() + Backoff.CHAIN_AWAY_MS);
    } catch (RpcException e) {
      failed(submission, "the node refused: " + e.getClass().getSimpleName());
    } catch (InvalidTransactionException e) {
      failed(submission, "not a valid transaction: " + e.getMessage());
    }
  }

  private void prepare(Submission submission) {
    var intent = submission.intent();
    var time = chain.time();
    var booking = chain.booking(intent.booking());
    if (!Preflight.isOpenTo(intent, booking.status())) {
      close(submission, Preflight.settled(intent, booking, payloads.hashes(intent.booking())));
      return;
    }
    switch (Preflight.of(intent, chain.simulate(intent), time)) {
      case Preflight.Sign(long validBefore) -> sign(submission, validBefore);
      case Preflight.End(var how) -> close(submission, how);
      case Preflight.TryLater(var reason) -> failed(submission, reason);
    }
  }

  private void sign(Submission submission, long validBeforeSeconds) {
    var transaction = chain.sign(submission.intent(), validBeforeSeconds);
    if (outbox.storeSigned(submission.id(), transaction, clock.millis())) {
      send(submission, transaction);
    }
  }

  /** What the node says to it decides nothing: the receipt does, or the end of its validity. */
  private void send(Submission submission, StoredTransaction transaction) {
    try {
      chain.send(transaction);
    } catch (RpcErrorException e) {
      LOG.info("{}: the node did not take {}: {}", key(submission), transaction.hash(), e.code());
    }
    long nowMs = clock.millis();
    outbox.sent(submission.id(), nowMs, nowMs + LOOK_FOR_RECEIPT_MS);
  }

  private void follow(Submission submission, StoredTransaction transaction) {
    var time = chain.time();
    var receipt = chain.receipt(submission.intent(), transaction.hash());
    switch (Following.of(transaction, time, receipt)) {
      case Following.End(var how) -> close(submission, how);
      case Following.AskChain() -> askChain(submission);
      case Following.AwaitTrust() -> lookSoon(submission);
      case Following.StillOpen() -> sendAgainOrWait(submission, transaction);
    }
  }

  private void sendAgainOrWait(Submission submission, StoredTransaction transaction) {
    boolean sentLately =
        submission.stage() instanceof Stage.Sent(var _, long sentAtMs)
            && clock.millis() - sentAtMs < SEND_AGAIN_AFTER_MS;
    if (sentLately) {
      lookSoon(submission);
    } else {
      send(submission, transaction);
    }
  }

  private void askChain(Submission submission) {
    var intent = submission.intent();
    var booking = chain.booking(intent.booking());
    close(
        submission,
        Preflight.isOpenTo(intent, booking.status())
            ? new Stage.Refused("reverted")
            : Preflight.settled(intent, booking, payloads.hashes(intent.booking())));
  }

  private void lookSoon(Submission submission) {
    outbox.later(submission.id(), clock.millis() + LOOK_FOR_RECEIPT_MS);
  }

  private void failed(Submission submission, String reason) {
    int attempts = submission.attempts() + 1;
    meters.stepFailed(submission.intent());
    LOG.warn("{}: not submitted, attempt {}: {}", key(submission), attempts, reason);
    if (Backoff.isExhausted(submission.intent(), attempts)) {
      close(submission, new Stage.GaveUp(reason));
    } else {
      outbox.failed(submission.id(), reason, clock.millis() + Backoff.pauseMs(attempts));
    }
  }

  private void close(Submission submission, Stage.Over how) {
    boolean closed = database.inTransaction(() -> closeAndSchedule(submission, how));
    if (closed) {
      meters.over(submission.intent(), how);
      LOG.info("{}: {}", key(submission), how);
    }
  }

  private boolean closeAndSchedule(Submission submission, Stage.Over how) {
    long nowMs = clock.millis();
    boolean closed = outbox.close(submission, how, nowMs);
    if (closed && submission.intent() instanceof Intent.Attest attest) {
      boolean decideAgain = how instanceof Stage.Expired || how instanceof Stage.Refused;
      looks.lookAt(attest.booking(), nowMs + (decideAgain ? DECIDE_AGAIN_MS : DOUBLE_CHECK_MS));
    }
    return closed;
  }

  private static String key(Submission submission) {
    return submission.intent().getClass().getSimpleName() + " " + submission.intent().booking();
  }
}
