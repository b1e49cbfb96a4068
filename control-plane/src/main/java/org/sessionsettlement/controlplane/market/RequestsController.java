package org.sessionsettlement.controlplane.market;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.booking.Addresses;
import org.sessionsettlement.controlplane.booking.ServedEscrows;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.problem.WholeNumber;
import org.sessionsettlement.tempo.Address;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Guests' requests over HTTP. Public: anybody can read them on chain. */
@RestController
public final class RequestsController {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;

  private final MirroredMarket market;
  private final ServedEscrows escrows;

  public RequestsController(Database database, ServedEscrows escrows) {
    this.market = new MirroredMarket(database);
    this.escrows = escrows;
  }

  /**
   * @param hostTarget absent where any host may accept
   * @param host who accepted
   */
  record RequestJson(
      long requestId,
      @Nullable String hostTarget,
      String guest,
      long windowStartS,
      long windowEndS,
      int durationMins,
      String amount,
      long expiryS,
      String status,
      @Nullable Long slotId,
      @Nullable Long bookingId,
      @Nullable String host,
      long createdAtS) {
    static RequestJson of(MadeRequest request) {
      var made = request.made();
      String target = made.path("host_target").asString();
      return new RequestJson(
          request.requestId(),
          target.equals(Address.ZERO.toString()) ? null : target,
          made.path("guest").asString(),
          made.path("window_start_s").asLong(),
          made.path("window_end_s").asLong(),
          made.path("duration_mins").asInt(),
          made.path("amount").asString(),
          made.path("expiry_s").asLong(),
          request.status().text(),
          id(request, "slot_id"),
          id(request, "booking_id"),
          request.accepted().map(fields -> fields.path("host").asString()).orElse(null),
          request.madeAtSeconds());
    }

    private static @Nullable Long id(MadeRequest request, String member) {
      Optional<JsonNode> accepted = request.accepted();
      return accepted.map(fields -> fields.path(member).asLong()).orElse(null);
    }
  }

  /**
   * @param next what to give as {@code after} for the next page; absent on the last
   */
  record RequestsJson(List<RequestJson> requests, @Nullable String next) {}

  @GetMapping("/requests")
  RequestsJson requests(
      @RequestParam(name = "host", required = false) @Nullable String host,
      @RequestParam(name = "guest", required = false) @Nullable String guest,
      @RequestParam(name = "status", required = false) @Nullable String status,
      @RequestParam(name = "after", required = false) @Nullable String after,
      @RequestParam(name = "limit", required = false) @Nullable String limit) {
    int size = (int) WholeNumber.read("limit", limit, DEFAULT_LIMIT, 1, MOST);
    var whose =
        new MirroredMarket.Whose(
            Optional.ofNullable(guest).map(Addresses::parse),
            Optional.ofNullable(host).map(Addresses::parse));
    long from = WholeNumber.read("after", after, 0, 0, Long.MAX_VALUE);
    var page = market.requests(escrows.byDefault(), whose, from, size);
    var asked = Optional.ofNullable(status);
    return new RequestsJson(
        page.stream()
            .filter(request -> asked.map(request.status().text()::equals).orElse(true))
            .map(RequestJson::of)
            .toList(),
        page.size() < size ? null : Long.toString(page.getLast().requestId()));
  }
}
