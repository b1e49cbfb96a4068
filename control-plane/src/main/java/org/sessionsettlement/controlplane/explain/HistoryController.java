package org.sessionsettlement.controlplane.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.sessionsettlement.controlplane.booking.Bookings;
import org.sessionsettlement.controlplane.oracle.Outbox;
import org.sessionsettlement.controlplane.oracle.Overrides;
import org.sessionsettlement.controlplane.oracle.ServiceToken;
import org.sessionsettlement.controlplane.oracle.Verdicts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** How a booking came to where it is: every verdict, everything submitted, what was forced. */
@RestController
public final class HistoryController {
  /** The newest; a session of four hours that is looked at every two minutes has 120 verdicts. */
  private static final int MOST = 200;

  private final Bookings bookings;
  private final Verdicts verdicts;
  private final Outbox outbox;
  private final Overrides overrides;
  private final BookingIds ids;
  private final Readers readers;
  private final long chainId;
  private final InstantSource clock;

  public HistoryController(
      Bookings bookings,
      Verdicts verdicts,
      Outbox outbox,
      Overrides overrides,
      BookingIds ids,
      Readers readers,
      long chainId,
      InstantSource clock) {
    this.bookings = bookings;
    this.verdicts = verdicts;
    this.outbox = outbox;
    this.overrides = overrides;
    this.ids = ids;
    this.readers = readers;
    this.chainId = chainId;
    this.clock = clock;
  }

  /**
   * @param verdicts newest first, as are the submissions
   * @param nowMs the service's clock
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HistoryJson(
      String escrow,
      long bookingId,
      long chainId,
      long nowMs,
      List<ExplanationJson.VerdictJson> verdicts,
      List<SubmissionJson> submissions,
      @Nullable OverrideJson override) {}

  @GetMapping("/bookings/{booking}/history")
  HistoryJson history(
      @PathVariable("booking") String text,
      @RequestHeader(name = ServiceToken.HEADER, required = false) @Nullable String token,
      @Nullable Principal principal) {
    var booking = bookings.require(ids.parse(text));
    readers.require(booking, principal, token);
    var key = booking.key();
    long neededMs = booking.slot().needMs();
    return new HistoryJson(
        key.escrow().toString(),
        key.bookingId(),
        chainId,
        clock.millis(),
        verdicts.newest(key, MOST).stream()
            .map(one -> ExplanationJson.VerdictJson.of(one, neededMs))
            .toList(),
        outbox.newest(key, MOST).stream().map(SubmissionJson::of).toList(),
        overrides.standing(key).map(OverrideJson::of).orElse(null));
  }
}
