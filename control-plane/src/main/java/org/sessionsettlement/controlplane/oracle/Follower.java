package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.RpcUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a stored transaction to its end: a receipt in a trusted block, or the proof that none can
 * come. After a crash the stored bytes are sent again; nothing is signed here.
 */
final class Follower {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final long SEND_AGAIN_AFTER_MS = 3_000;

  private final OracleChain chain;
  private final Outbox outbox;
  private final Transactions transactions;
  private final MetricsPayloads payloads;
  private final Sending sending;
  private final Closer closer;
  private final InstantSource clock;

  Follower(
      Database database, OracleChain chain, Sending sending, Closer closer, InstantSource clock) {
    this.chain = chain;
    this.outbox = new Outbox(database);
    this.transactions = new Transactions(database);
    this.payloads = new MetricsPayloads(database);
    this.sending = sending;
    this.closer = closer;
    this.clock = clock;
  }

  /** Makes the next step of these transactions; what the chain throws is tried again. */
  void follow(List<Transactions.Row> rows) {
    var hashes = rows.stream().map(row -> row.transaction().hash()).toList();
    try {
      followAll(outbox.withMembers(rows));
    } catch (RpcUnavailableException e) {
      transactions.later(hashes, clock.millis() + Backoff.CHAIN_AWAY_MS);
    } catch (RpcException e) {
      LOG.warn("{} transactions not followed: {}", hashes.size(), e.getClass().getSimpleName());
      transactions.later(hashes, clock.millis() + Backoff.CHAIN_AWAY_MS);
    }
  }

  private void followAll(List<SentTransaction> sent) {
    var time = chain.time();
    var receipts =
        chain.receipts(
            sent.stream()
                .collect(Collectors.toMap(SentTransaction::hash, SentTransaction::intents)));
    var ended = new ArrayList<Ending>();
    var doubtful = new ArrayList<Runnable>();
    var unseen = new ArrayList<SentTransaction>();
    for (var one : sent) {
      var receipt = Optional.ofNullable(receipts.get(one.hash()));
      switch (Following.of(one.transaction(), time, receipt)) {
        case Following.Settled(var seen) when seen.done().containsAll(one.intents()) ->
            ended.add(confirmed(one, seen));
        case Following.Settled(var seen) -> doubtful.add(() -> settle(one, seen));
        case Following.Expired() -> ended.add(expired(one));
        case Following.AwaitTrust() -> unseen.add(one);
        case Following.StillOpen() -> sendAgainOrWait(one, unseen);
      }
    }
    closer.end(ended);
    lookSoon(unseen);
    doubtful.forEach(Runnable::run);
  }

  private static Ending confirmed(SentTransaction sent, ReceiptSeen receipt) {
    var closings = sent.members().stream().map(member -> confirmed(member, receipt)).toList();
    return new Ending(sent.hash(), end(receipt), closings, List.of());
  }

  private static Transactions.End end(ReceiptSeen receipt) {
    return receipt.done().isEmpty() ? Transactions.End.REVERTED : Transactions.End.MINED;
  }

  private static Outbox.Closing confirmed(Submission member, ReceiptSeen receipt) {
    return new Outbox.Closing(member, new Stage.Confirmed(Optional.of(receipt.mined())));
  }

  /** What the receipt does not tell of a member, the chain does. */
  private void settle(SentTransaction sent, ReceiptSeen receipt) {
    var closings = new ArrayList<Outbox.Closing>();
    var undone = new ArrayList<Submission>();
    for (var member : sent.members()) {
      if (receipt.done().contains(member.intent())) {
        closings.add(confirmed(member, receipt));
      } else {
        undone.add(member);
      }
    }
    var alone = askChain(sent, undone, closings);
    closer.end(List.of(new Ending(sent.hash(), end(receipt), closings, alone)));
  }

  /**
   * Adds the ends of what the chain holds settled, and of what failed with nobody else to blame.
   *
   * @return the others: one of them, or too little gas, made all of them fail
   */
  private List<Submission> askChain(
      SentTransaction sent, List<Submission> undone, List<Outbox.Closing> closings) {
    var bookings = chain.bookings(undone.stream().map(one -> one.intent().booking()).toList());
    var again = new ArrayList<Submission>();
    for (var member : undone) {
      var intent = member.intent();
      var booking = Optional.ofNullable(bookings.get(intent.booking())).orElseThrow();
      if (!Preflight.isOpenTo(intent, booking.status())) {
        var how = Preflight.settled(intent, booking, payloads.hashes(intent.booking()));
        closings.add(new Outbox.Closing(member, how));
      } else if (sent.members().size() == 1) {
        closings.add(new Outbox.Closing(member, new Stage.Refused("reverted")));
      } else {
        again.add(member);
      }
    }
    return again;
  }

  private static Ending expired(SentTransaction sent) {
    var closings =
        sent.members().stream()
            .map(member -> new Outbox.Closing(member, new Stage.Expired()))
            .toList();
    return new Ending(sent.hash(), Transactions.End.EXPIRED, closings, List.of());
  }

  private void sendAgainOrWait(SentTransaction sent, List<SentTransaction> waiting) {
    boolean sentLately =
        sent.sentMs().isPresent()
            && clock.millis() - sent.sentMs().getAsLong() < SEND_AGAIN_AFTER_MS;
    if (sentLately) {
      waiting.add(sent);
    } else {
      sending.send(sent.transaction(), sent.members());
    }
  }

  private void lookSoon(List<SentTransaction> waiting) {
    if (!waiting.isEmpty()) {
      transactions.later(
          waiting.stream().map(SentTransaction::hash).toList(), clock.millis() + Sending.LOOK_MS);
    }
  }
}
