package org.sessionsettlement.cli.web;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.sessionsettlement.client.OkHttpApiTransport;
import org.sessionsettlement.client.RetryPolicy;
import org.sessionsettlement.client.ServiceAddress;
import org.sessionsettlement.client.SessionVoiceApi;
import org.sessionsettlement.client.SessionVoiceApi.Joined;
import org.sessionsettlement.localnet.DevAccounts.DevAccount;
import org.sessionsettlement.localnet.LocalChain;

/** Dev accounts in their sessions by the client library, while the chain's time is moved. */
final class Attendance {
  /** Well inside of a lease. */
  private static final Duration STEP = Duration.ofSeconds(10);

  private final WebStack stack;

  Attendance(WebStack stack) {
    this.stack = stack;
  }

  /** All of them are in this session for so long from now on, and then leave. */
  void together(long bookingId, Duration time, DevAccount... accounts) {
    var seats = Stream.of(accounts).map(account -> seat(bookingId, account)).toList();
    for (Duration past = Duration.ZERO; past.compareTo(time) < 0; past = past.plus(STEP)) {
      stack.advance(STEP);
      beat(seats);
    }
    seats.forEach(Seat::leave);
  }

  private static void beat(List<Seat> seats) {
    seats.forEach(Seat::beat);
  }

  private Seat seat(long bookingId, DevAccount account) {
    var voice =
        new SessionVoiceApi(
            ServiceAddress.of(stack.url(), LocalChain.CHAIN_ID),
            new OkHttpApiTransport(),
            RetryPolicy.usual(),
            account.account(),
            System::currentTimeMillis);
    return new Seat(voice, voice.join(Long.toString(bookingId)).orThrow());
  }

  private record Seat(SessionVoiceApi voice, Joined joined) {
    void beat() {
      var _ = voice.heartbeat(joined).orThrow();
    }

    void leave() {
      var _ = voice.leave(joined).orThrow();
    }
  }
}
