package org.sessionsettlement.controlplane.live;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.booking.Addresses;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events (HTML Living Standard, section 9.2) of what happens on chain. */
@RestController
public final class EventsController {
  private static final long NO_TIMEOUT = 0;

  private final LiveFeed feed;
  private final BookingIds bookings;

  public EventsController(LiveFeed feed, BookingIds bookings) {
    this.feed = feed;
    this.bookings = bookings;
  }

  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events(
      @RequestParam(name = "party", required = false) @Nullable String party,
      @RequestParam(name = "booking", required = false) @Nullable String booking,
      @RequestParam(name = "after", required = false) @Nullable String after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    var filter =
        new LiveFilter(
            Optional.ofNullable(party).map(Addresses::parse),
            Optional.ofNullable(booking).map(bookings::parse));
    var from = Optional.ofNullable(lastEventId).or(() -> Optional.ofNullable(after));
    var emitter = new SseEmitter(NO_TIMEOUT);
    feed.open(filter, from.flatMap(Position::parse), new EmitterLine(emitter));
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        // Proxies that gather answers would keep an event until there are enough of them.
        .header("X-Accel-Buffering", "no")
        .body(emitter);
  }

  private record EmitterLine(SseEmitter emitter) implements LiveStream.Line {
    @Override
    public void send(Message message) throws IOException {
      emitter.send(
          SseEmitter.event()
              .id(message.id())
              .name(message.name())
              .data(message.json(), MediaType.TEXT_PLAIN));
    }

    @Override
    public void comment() throws IOException {
      emitter.send(SseEmitter.event().comment(""));
    }

    @Override
    public void close() {
      emitter.complete();
    }
  }
}
