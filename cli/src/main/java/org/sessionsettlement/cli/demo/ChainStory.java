package org.sessionsettlement.cli.demo;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Hash32;

/** What the chain tells of one booking: its events in order. */
record ChainStory(List<Entry> entries) {

  /** An event and its transaction. */
  record Entry(EscrowEvent.OfBooking event, Hash32 transaction) {}

  /** How the booking ended, in the words of what was expected; empty while it has not. */
  Optional<Expected> end() {
    Optional<EscrowEvent.Attested> attested = all(EscrowEvent.Attested.class).stream().findFirst();
    return entries.stream()
        .map(entry -> endedBy(entry.event(), attested))
        .flatMap(Optional::stream)
        .findFirst();
  }

  int attestations() {
    return all(EscrowEvent.Attested.class).size();
  }

  /**
   * The transaction that decided the booking's fate: the attestation, or the cancellation or claim.
   */
  Optional<Hash32> decisiveTransaction() {
    return entries.stream()
        .filter(entry -> isDecisive(entry.event()))
        .map(Entry::transaction)
        .findFirst();
  }

  /** What the treasury earned, token units. */
  BigInteger feeUnits() {
    return entries.stream()
        .map(
            entry ->
                switch (entry.event()) {
                  case EscrowEvent.Finalized finalized -> finalized.feePaid();
                  case EscrowEvent.SessionBookingCancelled cancelled -> cancelled.feePaid();
                  default -> BigInteger.ZERO;
                })
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  <T extends EscrowEvent> List<T> all(Class<T> kind) {
    return entries.stream().map(Entry::event).filter(kind::isInstance).map(kind::cast).toList();
  }

  private static boolean isDecisive(EscrowEvent event) {
    return event instanceof EscrowEvent.Attested
        || event instanceof EscrowEvent.SessionBookingCancelled
        || event instanceof EscrowEvent.UnattestedRefunded;
  }

  private static Optional<Expected> endedBy(
      EscrowEvent event, Optional<EscrowEvent.Attested> attested) {
    return switch (event) {
      case EscrowEvent.Finalized finalized ->
          attested.flatMap(a -> settled(a.outcome(), finalized.finalOutcome()));
      case EscrowEvent.SessionBookingCancelled cancelled -> Optional.of(cancelled(cancelled));
      case EscrowEvent.UnattestedRefunded _ -> Optional.of(new Expected.Unattested());
      default -> Optional.empty();
    };
  }

  private static Optional<Expected> settled(EscrowOutcome attested, EscrowOutcome settled) {
    return rulebook(attested)
        .flatMap(first -> rulebook(settled).map(last -> new Expected.Settled(first, last)));
  }

  private static Optional<Outcome> rulebook(EscrowOutcome outcome) {
    return Outcome.ofContractName(outcome.contractName());
  }

  private static Expected cancelled(EscrowEvent.SessionBookingCancelled event) {
    Role by = event.reason() == EscrowOutcome.CANCELLED_BY_HOST ? Role.HOST : Role.GUEST;
    return new Expected.Cancelled(by, event.penalty().signum() > 0);
  }
}
