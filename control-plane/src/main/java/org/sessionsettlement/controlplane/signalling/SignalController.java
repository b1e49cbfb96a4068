package org.sessionsettlement.controlplane.signalling;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.sessionsettlement.controlplane.limit.TokenBuckets;
import org.sessionsettlement.controlplane.problem.Caller;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.sessionsettlement.controlplane.session.SocketSeats;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Opens sockets: everything is refused before the upgrade, as any other request is. */
@RestController
public final class SignalController {
  private final Signalling signalling;
  private final SocketSeats seats;
  private final BookingIds bookingIds;
  private final Origins origins;
  private final TokenBuckets perWallet;
  private final WebSocketUpgrade upgrade = new WebSocketUpgrade();

  public SignalController(
      Signalling signalling,
      SocketSeats seats,
      BookingIds bookingIds,
      Origins origins,
      TokenBuckets perWallet) {
    this.signalling = signalling;
    this.seats = seats;
    this.bookingIds = bookingIds;
    this.origins = origins;
    this.perWallet = perWallet;
  }

  @GetMapping("/session/{booking}/signal")
  void open(
      @PathVariable("booking") String booking,
      @RequestParam(name = "connection", defaultValue = "") String connection,
      @Nullable Principal principal,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!WebSocketUpgrade.isAskedBy(request)) {
      throw new ProblemException(ProblemCode.NOT_A_WEBSOCKET);
    }
    var wallet = Caller.walletOf(principal);
    requireOrigin(request);
    perWallet.require(wallet.toString());
    var seat = new SignalSocket.Seat(bookingIds.parse(booking), wallet, seat(connection));
    switch (seats.attach(seat.booking(), wallet, seat.connection())) {
      case SocketSeats.Result.Attached attached ->
          upgrade.perform(request, response, signalling.socket(seat, attached));
      case SocketSeats.Result.Refused(var code) -> throw new ProblemException(code);
    }
  }

  private void requireOrigin(HttpServletRequest request) {
    Optional.ofNullable(request.getHeader(HttpHeaders.ORIGIN))
        .filter(origin -> !origins.allows(origin))
        .ifPresent(
            origin -> {
              throw new ProblemException(ProblemCode.WRONG_ORIGIN);
            });
  }

  private static UUID seat(String connection) {
    try {
      return UUID.fromString(connection);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.CONNECTION_NOT_FOUND);
    }
  }
}
