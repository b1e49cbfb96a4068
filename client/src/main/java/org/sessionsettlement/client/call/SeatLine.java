package org.sessionsettlement.client.call;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.JoinRequest;
import org.sessionsettlement.client.MediaCounts;
import org.sessionsettlement.client.SessionVoiceApi;
import org.sessionsettlement.client.SessionVoiceApi.Joined;

/** Asks the service where that may block, and brings the answer back as an event. */
final class SeatLine {
  private final JoinRequest request;
  private final SessionVoiceApi voice;
  private final Executor network;
  private final Consumer<CallEvent> events;

  SeatLine(
      JoinRequest request, SessionVoiceApi voice, Executor network, Consumer<CallEvent> events) {
    this.request = request;
    this.voice = voice;
    this.network = network;
    this.events = events;
  }

  void join() {
    ask(() -> voice.join(request), answer -> events.accept(new CallEvent.JoinAnswered(answer)));
  }

  void beat(Joined seat, MediaCounts media) {
    ask(
        () -> voice.heartbeat(seat, media),
        answer -> events.accept(new CallEvent.BeatAnswered(seat, answer)));
  }

  void leave(Joined seat) {
    ask(
        () -> voice.leave(seat),
        answer -> events.accept(new CallEvent.LeaveAnswered(seat, answer)));
  }

  <T> void ask(Supplier<ApiResult<T>> question, Consumer<ApiResult<T>> then) {
    network.execute(() -> then.accept(answer(question)));
  }

  /** A handed-in transport that throws what it may not must not cost the heartbeats. */
  private static <T> ApiResult<T> answer(Supplier<ApiResult<T>> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      return new ApiResult.Unreachable<>(e.getClass().getSimpleName());
    }
  }
}
