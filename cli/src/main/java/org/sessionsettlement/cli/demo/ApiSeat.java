package org.sessionsettlement.cli.demo;

import java.util.Optional;
import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.SessionVoiceApi;
import org.sessionsettlement.client.SessionVoiceApi.Joined;

/** A seat held by the client library in this process. */
final class ApiSeat implements Seat {
  private final SessionVoiceApi voice;
  private final String bookingId;
  private Optional<Joined> joined = Optional.empty();

  ApiSeat(SessionVoiceApi voice, String bookingId) {
    this.voice = voice;
    this.bookingId = bookingId;
  }

  @Override
  public Answer join() {
    ApiResult<Joined> result = voice.join(bookingId);
    if (result instanceof ApiResult.Ok<Joined>(Joined seat)) {
      joined = Optional.of(seat);
    }
    return answer(result);
  }

  @Override
  public Answer beat() {
    return joined.map(seat -> answer(voice.heartbeat(seat))).orElse(Answer.LEASE_OVER);
  }

  @Override
  public void leave() {
    joined.ifPresent(seat -> answer(voice.leave(seat)));
    joined = Optional.empty();
  }

  @Override
  public void crash() {
    joined = Optional.empty();
  }

  private Answer answer(ApiResult<?> result) {
    return switch (result) {
      case ApiResult.Ok<?> _ -> Answer.SEATED;
      case ApiResult.Refused<?>(int status, String code, String detail) ->
          switch (code) {
            case "lease_over" -> Answer.LEASE_OVER;
            case "session_over", "booking_not_active" -> Answer.TURNED_AWAY;
            default ->
                throw new DemoFailure(
                    "booking " + bookingId + ": the service refuses with " + code + " " + detail);
          };
      case ApiResult.Unreachable<?>(String detail) -> throw new DemoFailure(detail);
    };
  }
}
