package org.sessionsettlement.client.call;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.sessionsettlement.client.MediaCounts;
import org.sessionsettlement.client.SessionVoiceApi;
import org.sessionsettlement.client.SessionVoiceApi.Joined;

/**
 * Signalling over a WebSocket of the service (docs/signalling.md). A socket that is cut is opened
 * again, with growing pauses, while the seat is held.
 */
public final class OkHttpSignalling implements Signalling {
  /** From connecting to the service's answer to the upgrade. */
  public static final long HANDSHAKE_TIMEOUT_MS = 10_000;

  /** Between two pings (RFC 6455, section 5.5.2); one unanswered by the next ends the socket. */
  public static final long PING_EVERY_MS = 5_000;

  private final SessionVoiceApi voice;
  private final OkHttpClient http;
  private final CallThreads threads;
  private Optional<SeatSignalling> seat = Optional.empty();

  /**
   * With a client of its own.
   *
   * @param voice of the wallet that takes the seats; its sign-in opens the sockets
   * @param threads those of the call; opening blocks one of {@link CallThreads#network}
   */
  public OkHttpSignalling(SessionVoiceApi voice, CallThreads threads) {
    this(voice, threads, new OkHttpClient());
  }

  /** With the app's client and its pool. */
  public OkHttpSignalling(SessionVoiceApi voice, CallThreads threads, OkHttpClient http) {
    this.voice = voice;
    this.threads = threads;
    this.http =
        http.newBuilder()
            .callTimeout(HANDSHAKE_TIMEOUT_MS, TimeUnit.MILLISECONDS)
            .pingInterval(PING_EVERY_MS, TimeUnit.MILLISECONDS)
            .build();
  }

  @Override
  public synchronized void open(Joined joined, Listener listener) {
    close();
    SeatSignalling now =
        new SeatSignalling(joined, voice, http, threads, new HeardFrames(listener));
    seat = Optional.of(now);
    now.open();
  }

  @Override
  public synchronized void send(Signal signal) {
    // Where it cannot be sent now it is lost, as any signal may be.
    seat.ifPresent(now -> now.send(SignalFrames.write(signal)));
  }

  @Override
  public synchronized boolean heartbeat(MediaCounts media) {
    return seat.isPresent() && seat.get().heartbeat(media);
  }

  @Override
  public synchronized void close() {
    seat.ifPresent(SeatSignalling::close);
    seat = Optional.empty();
  }
}
