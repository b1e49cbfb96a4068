package org.sessionsettlement.cli.chaos;

import java.util.Optional;
import org.sessionsettlement.cli.demo.Seat;
import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.SessionVoiceApi;
import org.sessionsettlement.client.SessionVoiceApi.Joined;

/** A seat whose client takes an outage of the service for what it is, and tries again later. */
final class PatientSeat implements Seat {
  private final SessionVoiceApi voice;
  private final String bookingId;
  private Optional<Joined> joined = Optional.empty();

  PatientSeat(SessionVoiceApi voice, String bookingId) {
    this.voice = voice;
    this.bookingId = bookingId;
  }

  @Override
  public Answer join() {
    ApiResult<Joined> result = voice.join(bookingId);
    joined =
        result instanceof ApiResult.Ok<Joined>(Joined seat) ? Optional.of(seat) : Optional.empty();
    return answer(result);
  }

  @Override
  public Answer beat() {
    return joined.map(seat -> answer(voice.heartbeat(seat))).orElse(Answer.LEASE_OVER);
  }

  @Override
  public void leave() {
    joined.ifPresent(voice::leave);
    joined = Optional.empty();
  }

  @Override
  public void crash() {
    joined = Optional.empty();
  }

  /** Without a seat the next heartbeat finds no lease, and joins anew. */
  private Answer answer(ApiResult<?> result) {
    if (!(result instanceof ApiResult.Refused<?>(int _, String code, String _))) {
      return Answer.SEATED;
    }
    return switch (code) {
      case "session_over", "booking_not_active" -> Answer.TURNED_AWAY;
      case "lease_over", "connection_replaced", "connection_not_found" -> lost();
      default -> Answer.SEATED;
    };
  }

  private Answer lost() {
    joined = Optional.empty();
    return Answer.SEATED;
  }
}
