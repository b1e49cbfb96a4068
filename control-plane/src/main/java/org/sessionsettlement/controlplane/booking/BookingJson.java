package org.sessionsettlement.controlplane.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.tempo.Hash32;

/** A booking as HTTP shows it: the chain's view, public to everybody. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BookingJson(
    String escrow,
    long bookingId,
    long slotId,
    String host,
    String guest,
    String amount,
    String status,
    String outcome,
    @Nullable String metricsHash,
    @Nullable Long attestedAtS,
    @Nullable Long finalizableAtS,
    long claimableAtS,
    @Nullable DisputeJson dispute,
    @Nullable String cancelledBy,
    boolean refundedUnattested,
    SlotJson slot,
    TermsJson terms) {

  record SlotJson(
      long startS,
      long endS,
      int durationMins,
      long graceMins,
      int minOverlapMins,
      long cancelCutoffMins,
      String price) {}

  record DisputeJson(String challenger, String bondAmount, long disputedAtS, long timeoutAtS) {}

  record TermsJson(
      int feeBps,
      int lateCancelPenaltyBps,
      long challengeWindowS,
      long noAttestBufferS,
      long disputeTimeoutS,
      String challengeBond) {
    static TermsJson of(BookingTerms terms) {
      return new TermsJson(
          terms.feeBps(),
          terms.lateCancelPenaltyBps(),
          terms.challengeWindow(),
          terms.noAttestBuffer(),
          terms.disputeTimeout(),
          terms.challengeBond().toString());
    }
  }

  static BookingJson of(BookingRecord booking) {
    var standing = booking.standing();
    return new BookingJson(
        booking.key().escrow().toString(),
        booking.key().bookingId(),
        booking.slotId(),
        booking.host().toString(),
        booking.guest().toString(),
        booking.amount().toString(),
        StatusText.of(standing.status()),
        standing.outcome().contractName(),
        standing.metricsHash().map(Hash32::toString).orElse(null),
        unlessZero(standing.attestedAtSeconds()),
        unlessZero(standing.finalizableAtSeconds()),
        booking.claimableAtSeconds(),
        dispute(booking).orElse(null),
        standing.cancelledBy().map(by -> by.contractName()).orElse(null),
        standing.refundedUnattested(),
        slot(booking),
        TermsJson.of(booking.terms()));
  }

  private static SlotJson slot(BookingRecord booking) {
    var slot = booking.slot();
    return new SlotJson(
        slot.startTimeSeconds(),
        booking.endSeconds(),
        slot.durationMins(),
        slot.graceMins(),
        slot.minOverlapMins(),
        booking.offer().cancelCutoffMins(),
        booking.offer().price().toString());
  }

  private static Optional<DisputeJson> dispute(BookingRecord booking) {
    return booking
        .standing()
        .dispute()
        .map(
            open ->
                new DisputeJson(
                    open.challenger().toString(),
                    open.bondAmount().toString(),
                    open.sinceSeconds(),
                    open.sinceSeconds() + booking.terms().disputeTimeout()));
  }

  private static @Nullable Long unlessZero(long value) {
    return value == 0 ? null : value;
  }
}
