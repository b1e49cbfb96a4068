package org.sessionsettlement.controlplane.explain;

import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.booking.Bookings;
import org.sessionsettlement.controlplane.booking.Timeline;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.oracle.ForcedOutcome;
import org.sessionsettlement.controlplane.oracle.MetricsPayloads;
import org.sessionsettlement.controlplane.oracle.Outbox;
import org.sessionsettlement.controlplane.oracle.Overrides;
import org.sessionsettlement.controlplane.oracle.ServiceToken;
import org.sessionsettlement.controlplane.oracle.Verdicts;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.sessionsettlement.controlplane.session.MediaReport;
import org.sessionsettlement.controlplane.session.MediaReports;
import org.sessionsettlement.tempo.Hash32;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Why a booking is where it is: its timeline, its explanation, and what was committed to. */
@RestController
public final class ExplainController {
  private static final String METRICS_HASH = "x-metrics-hash";

  private final Bookings bookings;
  private final Timeline timeline;
  private final Verdicts verdicts;
  private final Outbox outbox;
  private final Overrides overrides;
  private final MetricsPayloads payloads;
  private final MediaReports mediaReports;
  private final BookingIds ids;
  private final Readers readers;
  private final InstantSource clock;

  public ExplainController(
      Bookings bookings,
      Timeline timeline,
      Verdicts verdicts,
      Outbox outbox,
      Overrides overrides,
      MetricsPayloads payloads,
      MediaReports mediaReports,
      BookingIds ids,
      Readers readers,
      InstantSource clock) {
    this.bookings = bookings;
    this.timeline = timeline;
    this.verdicts = verdicts;
    this.outbox = outbox;
    this.overrides = overrides;
    this.payloads = payloads;
    this.mediaReports = mediaReports;
    this.ids = ids;
    this.readers = readers;
    this.clock = clock;
  }

  record TimelineJson(List<Map<String, Object>> events) {}

  /** Public, as the chain is. */
  @GetMapping("/bookings/{booking}/timeline")
  TimelineJson timeline(@PathVariable("booking") String text) {
    var booking = bookings.require(ids.parse(text));
    return new TimelineJson(
        timeline.of(booking.key()).stream().map(ExplainController::shown).toList());
  }

  private static Map<String, Object> shown(Timeline.Entry entry) {
    Map<String, Object> event = new TreeMap<>();
    JsonMapper.shared().readTree(entry.fieldsJson()).forEachEntry(event::put);
    event.put("at_s", entry.atSeconds());
    event.put("block", entry.block());
    event.put("tx_hash", entry.txHash());
    event.put("name", entry.name());
    return event;
  }

  @GetMapping("/bookings/{booking}/explanation")
  ExplanationJson explanation(
      @PathVariable("booking") String text,
      @RequestHeader(name = ServiceToken.HEADER, required = false) @Nullable String token,
      @Nullable Principal principal) {
    var booking = bookings.require(ids.parse(text));
    var reader = readers.require(booking, principal, token);
    var key = booking.key();
    var onChain = booking.standing().metricsHash();
    var stored = payloads.find(key, onChain).map(MetricsPayloads.Payload::hash);
    var situation =
        new Situation(
            booking,
            verdicts.newest(key),
            outbox.attestation(key),
            overrides.standing(key).filter(forced -> counts(forced, onChain)),
            onChain.isPresent() && stored.isPresent(),
            clock.millis());
    return ExplanationJson.of(situation, onChain.or(() -> stored), media(reader, key));
  }

  /** What was settled otherwise before the override could be attested, it had no part in. */
  private static boolean counts(ForcedOutcome forced, Optional<Hash32> onChain) {
    return onChain.map(forced.metricsHash()::equals).orElse(true);
  }

  /** Neither party is told what the other's client says of itself. */
  private List<MediaReport> media(Readers.Reader reader, BookingKey key) {
    return reader == Readers.Reader.PARTY ? List.of() : mediaReports.of(key);
  }

  /** The stored bytes exactly as they were hashed. */
  @GetMapping("/bookings/{booking}/metrics")
  ResponseEntity<byte[]> metrics(
      @PathVariable("booking") String text,
      @RequestHeader(name = ServiceToken.HEADER, required = false) @Nullable String token,
      @Nullable Principal principal) {
    var booking = readable(text, principal, token);
    var payload =
        payloads
            .find(booking.key(), booking.standing().metricsHash())
            .orElseThrow(() -> new ProblemException(ProblemCode.METRICS_NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(METRICS_HASH, payload.hash().toString())
        .body(payload.bytes().toArray());
  }

  private BookingRecord readable(
      String text, @Nullable Principal principal, @Nullable String token) {
    var booking = bookings.require(ids.parse(text));
    readers.require(booking, principal, token);
    return booking;
  }
}
