package org.sessionsettlement.controlplane.notice;

import java.util.List;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.tempo.Address;

/**
 * Something that parties and operator are told.
 *
 * @param number its place among all, from 1
 * @param id the same however often it is sent
 * @param atSeconds when it happened, or became so, by the chain's time
 */
record Notice(
    long number,
    String id,
    BookingKey booking,
    Address host,
    Address guest,
    long atSeconds,
    What what) {

  /** Whose e-mail it is, where they want any. */
  List<Address> mailTo() {
    return switch (what) {
      case What.MoneyWaiting waiting -> List.of(Address.parse(waiting.wallet()));
      case What.DisputeHalfTimeout _ -> List.of();
      case What.Attested _,
          What.Challenged _,
          What.Resolved _,
          What.Finalized _,
          What.WindowMissed _,
          What.RefundClaimable _,
          What.TakenBack _ ->
          List.of(host, guest);
    };
  }
}
