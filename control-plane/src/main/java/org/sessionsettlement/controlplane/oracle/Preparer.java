package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.fee.FeeAboveCapException;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.RpcUnavailableException;
import org.sessionsettlement.tempo.transaction.InvalidTransactionException;
import org.sessionsettlement.tempo.web3signer.RemoteSignerException;

/**
 * From a decision to a transaction under way: ask the chain, sign, store the signed bytes, send.
 * What the chain refuses of a group does not hold up the others in it.
 */
final class Preparer {
  private final Database database;
  private final OracleChain chain;
  private final Witness witness;
  private final Outbox outbox;
  private final Transactions transactions;
  private final MetricsPayloads payloads;
  private final Sending sending;
  private final Closer closer;
  private final OracleTelemetry telemetry;
  private final InstantSource clock;

  Preparer(
      Database database,
      OracleChain chain,
      Witness witness,
      Sending sending,
      Closer closer,
      OracleTelemetry telemetry,
      InstantSource clock) {
    this.database = database;
    this.chain = chain;
    this.witness = witness;
    this.outbox = new Outbox(database);
    this.transactions = new Transactions(database);
    this.payloads = new MetricsPayloads(database);
    this.sending = sending;
    this.closer = closer;
    this.telemetry = telemetry;
    this.clock = clock;
  }

  /** Makes the first step of these; what the chain throws is recorded and tried again. */
  void prepare(List<Submission> decided, ChainTime time) {
    orLater(
        decided,
        () ->
            decided.stream()
                .collect(
                    Collectors.groupingBy(one -> new Kind(one.intent().getClass(), sender(one))))
                .forEach((kind, members) -> prepare(kind.sender(), members, time)));
  }

  /** What is batched together: an attestation is never to fail for a keeper's doings. */
  private record Kind(Class<?> intent, Address sender) {}

  private Address sender(Submission submission) {
    return chain.sender(submission.intent());
  }

  private void prepare(Address sender, List<Submission> decided, ChainTime time) {
    orLater(
        decided,
        () ->
            Batch.of(witnessed(ready(sender, decided, time)))
                .forEach(batch -> signAndSend(batch, time)));
  }

  private void orLater(List<Submission> decided, Runnable step) {
    try {
      step.run();
    } catch (RpcUnavailableException e) {
      outbox.later(decided, clock.millis() + Backoff.CHAIN_AWAY_MS);
    } catch (RpcException e) {
      decided.forEach(one -> failed(one, "the node refused: " + e.getClass().getSimpleName()));
    }
  }

  private List<Batch.Ready> ready(Address sender, List<Submission> decided, ChainTime time) {
    var simulations = chain.simulate(sender, decided.stream().map(Submission::intent).toList());
    var refused = refused(decided, simulations);
    var ready = new ArrayList<Batch.Ready>();
    var ended = new ArrayList<Outbox.Closing>();
    for (int i = 0; i < decided.size(); i++) {
      var submission = decided.get(i);
      switch (preflight(submission.intent(), simulations.get(i), refused, time)) {
        case Preflight.Sign(long validBefore) ->
            ready.add(new Batch.Ready(submission, validBefore));
        case Preflight.End(var how) -> ended.add(new Outbox.Closing(submission, how));
        case Preflight.TryLater(var reason) -> failed(submission, reason);
      }
    }
    closer.close(ended);
    return ready;
  }

  /** Of attestations those alone of whose bookings the second endpoint says the same. */
  private List<Batch.Ready> witnessed(List<Batch.Ready> ready) {
    var attestations =
        ready.stream()
            .map(one -> one.submission().intent())
            .filter(Intent.Attest.class::isInstance)
            .map(Intent::booking)
            .toList();
    if (attestations.isEmpty()) {
      return ready;
    }
    return switch (witness.agreesBooked(attestations)) {
      case Agreement.Agrees() -> ready;
      case Agreement.Disagrees(var notBooked) ->
          without(ready, one -> notBooked.contains(one.intent().booking()), "witness_disagrees");
      case Agreement.Unavailable(var reason) ->
          without(ready, one -> true, "witness_unavailable: " + reason);
    };
  }

  private List<Batch.Ready> without(
      List<Batch.Ready> ready, Predicate<Submission> doubted, String reason) {
    var split =
        ready.stream().collect(Collectors.partitioningBy(one -> doubted.test(one.submission())));
    split.getOrDefault(true, List.of()).forEach(one -> failed(one.submission(), reason));
    return split.getOrDefault(false, List.of());
  }

  /** Why the contract refuses is read from the bookings themselves. */
  private Map<BookingKey, ChainBooking> refused(
      List<Submission> decided, List<Simulation> simulations) {
    var refused = new ArrayList<BookingKey>();
    for (int i = 0; i < decided.size(); i++) {
      if (simulations.get(i) instanceof Simulation.Reverts) {
        refused.add(decided.get(i).intent().booking());
      }
    }
    return refused.isEmpty() ? Map.of() : chain.bookings(refused);
  }

  private Preflight preflight(
      Intent intent, Simulation simulation, Map<BookingKey, ChainBooking> refused, ChainTime time) {
    var booking = Optional.ofNullable(refused.get(intent.booking()));
    var ourHashes = booking.isPresent() ? payloads.hashes(intent.booking()) : Set.<Hash32>of();
    return Preflight.of(intent, simulation, booking, ourHashes, time);
  }

  private void signAndSend(Batch batch, ChainTime time) {
    try {
      long fromMs = clock.millis();
      var transaction = chain.sign(batch, time.baseFeePerGas());
      if (database.inTransaction(() -> store(batch, transaction))) {
        telemetry.signed(batch.members(), transaction, fromMs, clock.millis());
        sending.send(transaction, batch.members());
      }
    } catch (FeeAboveCapException e) {
      batch.members().forEach(one -> failed(one, "fee_above_cap"));
    } catch (RemoteSignerException.Unavailable e) {
      outbox.later(batch.members(), clock.millis() + Backoff.CHAIN_AWAY_MS);
    } catch (RemoteSignerException e) {
      batch.members().forEach(one -> failed(one, String.valueOf(e.getMessage())));
    } catch (InvalidTransactionException e) {
      batch.members().forEach(one -> failed(one, "not a valid transaction: " + e.getMessage()));
    }
  }

  /** All of them or, where another node was faster with one, none. */
  private boolean store(Batch batch, StoredTransaction transaction) {
    if (!outbox.lockDecided(batch.members())) {
      return false;
    }
    transactions.insert(transaction, clock.millis());
    outbox.signed(batch.members(), transaction.hash());
    return true;
  }

  private void failed(Submission submission, String reason) {
    int attempts = submission.attempts() + 1;
    telemetry.notSubmitted(submission, attempts, reason);
    if (Backoff.isExhausted(submission.intent(), attempts)) {
      closer.close(List.of(new Outbox.Closing(submission, new Stage.GaveUp(reason))));
    } else {
      outbox.failed(submission.id(), reason, clock.millis() + Backoff.pauseMs(attempts));
    }
  }
}
