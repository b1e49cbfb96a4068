package org.sessionsettlement.controlplane.oracle;

import java.util.Optional;
import java.util.Set;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Hash32;

/**
 * Whether to sign, judged from what the chain says. The chain's state and the contract's own reason
 * decide; a node's error text never does.
 */
sealed interface Preflight {
  /** Half a minute is the most that an expiring nonce may have; the rest is for slow blocks. */
  long VALIDITY_SECONDS = 25;

  /** The pool refuses what expires sooner. */
  long LEAST_VALIDITY_SECONDS = 4;

  Set<String> UNTIMELY =
      Set.of("GRACE_NOT_OVER", "OVERLAP_NOT_MET", "NO_SHOW_TOO_LATE", "TOO_LATE", "TOO_EARLY");

  record Sign(long validBeforeSeconds) implements Preflight {}

  record End(Stage.Over how) implements Preflight {}

  record TryLater(String reason) implements Preflight {}

  /** Whether the booking's state leaves anything to do; then the simulation decides. */
  static boolean isOpenTo(Intent intent, BookingStatus status) {
    return switch (intent) {
      case Intent.Attest _ -> status == BookingStatus.BOOKED;
      case Intent.Finalize _ ->
          status == BookingStatus.ATTESTED || status == BookingStatus.RESOLVED;
      case Intent.FinalizeDispute _ -> status == BookingStatus.DISPUTED;
    };
  }

  /**
   * Judges a booking that is not open to the intent any more: somebody was faster.
   *
   * @param ourHashes of every payload stored for this booking: an older one may be what was taken
   */
  static Stage.Over settled(Intent intent, ChainBooking booking, Set<Hash32> ourHashes) {
    boolean asWeWould =
        switch (intent) {
          case Intent.Attest attest -> isOurs(attest.outcome(), booking, ourHashes);
          case Intent.Finalize _ -> booking.status() == BookingStatus.FINALIZED;
          case Intent.FinalizeDispute _ ->
              booking.status() == BookingStatus.RESOLVED
                  || booking.status() == BookingStatus.FINALIZED;
        };
    return asWeWould
        ? new Stage.Confirmed(Optional.empty())
        : new Stage.SettledWithoutUs(booking.status().name());
  }

  /** Once a dispute is resolved the outcome may be another, and the hash still tells. */
  private static boolean isOurs(Outcome ours, ChainBooking booking, Set<Hash32> ourHashes) {
    boolean resolved =
        booking.status() == BookingStatus.RESOLVED || booking.status() == BookingStatus.FINALIZED;
    boolean sameOutcome = booking.outcome().filter(ours::equals).isPresent();
    return ourHashes.contains(booking.metricsHash()) && (resolved || sameOutcome);
  }

  /**
   * Judges.
   *
   * @param booking as the chain has it, where the simulation reverts
   * @param ourHashes of every payload stored for this booking
   */
  static Preflight of(
      Intent intent,
      Simulation simulation,
      Optional<ChainBooking> booking,
      Set<Hash32> ourHashes,
      ChainTime time) {
    var closed = booking.filter(one -> !isOpenTo(intent, one.status()));
    if (closed.isPresent()) {
      return new End(settled(intent, closed.get(), ourHashes));
    }
    if (time.trustedSeconds() > intent.lastSecond()) {
      return new End(new Stage.Expired());
    }
    return switch (simulation) {
      case Simulation.Passes _ -> signed(intent, time);
      case Simulation.Reverts(String reason) when UNTIMELY.contains(reason) ->
          new End(new Stage.Refused(reason));
      case Simulation.Reverts(String reason) -> new TryLater(reason);
    };
  }

  private static Preflight signed(Intent intent, ChainTime time) {
    long validBefore = Math.min(time.latestSeconds() + VALIDITY_SECONDS, intent.lastSecond());
    return validBefore < time.latestSeconds() + LEAST_VALIDITY_SECONDS
        ? new TryLater("the window closes in less than " + LEAST_VALIDITY_SECONDS + " s")
        : new Sign(validBefore);
  }
}
