package org.sessionsettlement.client.call;

import static org.sessionsettlement.client.call.Seats.ok;
import static org.sessionsettlement.client.call.Seats.refused;
import static org.sessionsettlement.client.call.Seats.seat;
import static org.sessionsettlement.client.call.Seats.silence;

import java.util.List;
import java.util.Random;
import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.SessionVoiceApi.Joined;

/** Draws events, whether they make sense or not. */
final class RandomCall {
  private final Random random;
  private int seats;

  RandomCall(Random random) {
    this.random = random;
  }

  CallEvent joinAnswer() {
    return switch (random.nextInt(12)) {
      case 0 -> new CallEvent.JoinAnswered(refused(409, "too_early_to_join"));
      case 1 -> new CallEvent.JoinAnswered(refused(503, "database_unavailable"));
      case 2 -> new CallEvent.JoinAnswered(silence());
      case 3 -> random.nextInt(8) > 0 ? joinAnswer() : joinRefused("session_over");
      case 4 -> random.nextInt(8) > 0 ? joinAnswer() : joinRefused("not_a_participant");
      default -> new CallEvent.JoinAnswered(ok(seat("c" + ++seats, one(List.of("host", "guest")))));
    };
  }

  private static CallEvent joinRefused(String code) {
    return new CallEvent.JoinAnswered(refused(409, code));
  }

  ApiResult<Long> answer() {
    return switch (random.nextInt(10)) {
      case 0 -> refused(409, "lease_over");
      case 1 -> refused(429, "too_many_requests");
      case 2 -> silence();
      case 3 -> random.nextInt(8) > 0 ? ok(1L) : refused(409, "connection_replaced");
      default -> ok(1L);
    };
  }

  CallEvent noise() {
    Joined other = seat("c" + random.nextInt(seats + 1), "host");
    return switch (random.nextInt(24)) {
      case 0 -> new CallEvent.Start();
      case 1 -> new CallEvent.Mute(random.nextBoolean());
      case 2 -> new CallEvent.BeatAnswered(other, answer());
      case 3 -> new CallEvent.PeerReconnecting();
      case 4 -> new CallEvent.PeerLeft();
      case 5, 6, 7, 8 -> new CallEvent.PeerJoined();
      case 9, 10, 11 -> new CallEvent.MediaUp();
      case 12 -> new CallEvent.MediaDown();
      case 13 -> new CallEvent.OfferNeeded(random.nextBoolean());
      case 14 -> new CallEvent.Described(id(), "made");
      case 15 -> new CallEvent.NotDescribed(id(), "failed");
      case 16 -> new CallEvent.CandidateFound(id(), Seats.CANDIDATE);
      case 17 -> new CallEvent.TimeIsUp(one(List.of(CallTimer.JOIN, CallTimer.HEARTBEAT)));
      case 18 -> new CallEvent.TimeIsUp(one(List.of(CallTimer.LEAVE, CallTimer.MEDIA)));
      case 19 -> new CallEvent.QualitySeen(new Quality(20, 0));
      case 20 -> rare(new CallEvent.SessionOver());
      case 21 -> rare(new CallEvent.MediaFailed("broken"));
      case 22 -> rare(new CallEvent.HangUp());
      default -> new CallEvent.Received(signal());
    };
  }

  private CallEvent rare(CallEvent event) {
    return random.nextInt(20) == 0 ? event : new CallEvent.PeerJoined();
  }

  private Signal signal() {
    return switch (random.nextInt(5)) {
      case 0 -> new Signal.Offer(id(), "offer");
      case 1 -> new Signal.Answer(id(), "answer");
      case 2 -> new Signal.Candidate(id(), Seats.CANDIDATE);
      case 3 -> new Signal.Restart();
      default -> new Signal.Bye();
    };
  }

  private OfferId id() {
    return new OfferId("c" + random.nextInt(seats + 1), 1 + random.nextInt(4));
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
