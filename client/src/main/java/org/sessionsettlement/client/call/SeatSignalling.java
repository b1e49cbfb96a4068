package org.sessionsettlement.client.call;

import java.io.IOException;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.ApiTransport;
import org.sessionsettlement.client.MediaCounts;
import org.sessionsettlement.client.SessionVoiceApi;
import org.sessionsettlement.client.SessionVoiceApi.Joined;

/**
 * Keeps a socket up for one seat: until it is closed, until the service says that the seat is over,
 * or until no heartbeat was asked for during a lease. A heartbeat asked for later begins anew.
 */
final class SeatSignalling {
  /** A newer socket of this seat took over (docs/signalling.md): two do not fight. */
  private static final int TAKEN_OVER = 4002;

  private final Joined seat;
  private final SessionVoiceApi voice;
  private final OkHttpClient http;
  private final CallThreads threads;
  private final HeardFrames frames;
  private Optional<SignalSocket> socket = Optional.empty();
  private CallScheduler.Alarm alarm = () -> {};
  private int failures;
  private long wantedMs;
  private boolean idle;
  private boolean over;

  SeatSignalling(
      Joined seat,
      SessionVoiceApi voice,
      OkHttpClient http,
      CallThreads threads,
      HeardFrames frames) {
    this.seat = seat;
    this.voice = voice;
    this.http = http;
    this.threads = threads;
    this.frames = frames;
    this.wantedMs = threads.scheduler().nowMs();
  }

  void open() {
    again(SignalSocket.ABNORMAL);
  }

  synchronized boolean send(String frame) {
    return socket.isPresent() && socket.get().send(frame);
  }

  synchronized boolean heartbeat(MediaCounts media) {
    wantedMs = threads.scheduler().nowMs();
    if (idle) {
      again(SignalSocket.ABNORMAL);
    }
    return send(SignalFrames.heartbeat(media));
  }

  synchronized void close() {
    over = true;
    alarm.cancel();
    socket.ifPresent(SignalSocket::close);
  }

  private synchronized void again(int closeCode) {
    socket = Optional.empty();
    idle = threads.scheduler().nowMs() - wantedMs > seat.leaseMs();
    if (!over && !idle) {
      long pauseMs = ReconnectPauses.beforeMs(failures++, closeCode);
      alarm = threads.scheduler().after(pauseMs, () -> threads.network().execute(this::attempt));
    }
  }

  private void attempt() {
    ApiResult<Boolean> answer = ask();
    if (answer instanceof ApiResult.Refused<Boolean> refused && SeatEnds.isOver(refused.code())) {
      hear(new SignalFrame.SeatOver(refused.code()));
    } else if (!(answer instanceof ApiResult.Ok<Boolean>)) {
      again(SignalSocket.ABNORMAL);
    }
  }

  private ApiResult<Boolean> ask() {
    try {
      return voice.openSignalling(seat, this::open);
    } catch (RuntimeException e) {
      // A handed-in transport that throws what it may not must not end the attempts.
      return new ApiResult.Unreachable<>(e.getClass().getSimpleName());
    }
  }

  private ApiTransport.Response open(ApiTransport.Request request) throws IOException {
    return next().exchange(request);
  }

  private synchronized SignalSocket next() throws IOException {
    if (over) {
      throw new IOException("closed");
    }
    SignalSocket opening = new SignalSocket(http, this::hear, this::ended);
    socket = Optional.of(opening);
    return opening;
  }

  private void ended(int closeCode) {
    if (closeCode == TAKEN_OVER) {
      close();
    } else {
      again(closeCode);
    }
  }

  private void hear(String text) {
    SignalFrames.read(text).ifPresent(this::hear);
  }

  private void hear(SignalFrame frame) {
    if (see(frame)) {
      frames.hear(frame);
    }
  }

  private synchronized boolean see(SignalFrame frame) {
    boolean heard = !over;
    if (frame instanceof SignalFrame.HeartbeatOk) {
      failures = 0;
    } else if (frame instanceof SignalFrame.SeatOver) {
      close();
    }
    return heard;
  }
}
