package org.sessionsettlement.controlplane.explain;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.booking.Bookings;
import org.sessionsettlement.controlplane.booking.ServedEscrows;
import org.sessionsettlement.controlplane.problem.Caller;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.sessionsettlement.controlplane.problem.WholeNumber;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The disputes that the default escrow's owner has to resolve. */
@RestController
public final class DisputesController {
  private static final int MOST = 200;

  private final Bookings bookings;
  private final ServedEscrows escrows;

  public DisputesController(Bookings bookings, ServedEscrows escrows) {
    this.bookings = bookings;
    this.escrows = escrows;
  }

  /**
   * Amounts in token units.
   *
   * @param outcome what was attested, and stands if the dispute times out
   */
  record DisputeJson(
      long bookingId,
      String escrow,
      String host,
      String guest,
      String amount,
      String bond,
      String challenger,
      long disputedAtS,
      long timesOutAtS,
      String outcome) {
    static DisputeJson of(BookingRecord booking) {
      var dispute = booking.standing().dispute().orElseThrow();
      return new DisputeJson(
          booking.key().bookingId(),
          booking.key().escrow().toString(),
          booking.host().toString(),
          booking.guest().toString(),
          booking.amount().toString(),
          dispute.bondAmount().toString(),
          dispute.challenger().toString(),
          dispute.sinceSeconds(),
          dispute.sinceSeconds() + booking.terms().disputeTimeout(),
          booking.standing().outcome().contractName());
    }
  }

  /**
   * @param next what to give as {@code after} for the next page; absent on the last
   */
  record DisputesJson(List<DisputeJson> disputes, @Nullable String next) {}

  /** Soonest timeout first; {@code after} counts those that were read. */
  @GetMapping("/disputes")
  DisputesJson disputes(
      @RequestParam(name = "after", required = false) @Nullable String after,
      @Nullable Principal principal) {
    var wallet = Caller.walletOf(principal);
    var escrow = escrows.byDefault();
    if (!escrows.require(escrow).owner().equals(wallet)) {
      throw new ProblemException(ProblemCode.NOT_THE_REVIEWER);
    }
    int from = (int) WholeNumber.read("after", after, 0, 0, Integer.MAX_VALUE);
    var page = bookings.disputed(escrow, from, MOST);
    return new DisputesJson(
        page.stream().map(DisputeJson::of).toList(),
        page.size() < MOST ? null : Integer.toString(from + page.size()));
  }
}
