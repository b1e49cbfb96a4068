package org.sessionsettlement.cli.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sessionsettlement.client.ApiException;
import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.SessionVoiceApi;
import org.sessionsettlement.client.SessionVoiceApi.Joined;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code settle join}: a party that is present in a session until it is stopped. */
@Command(
    name = "join",
    description = "Be present in a session: join it and send heartbeats until stopped.",
    mixinStandardHelpOptions = true)
public final class JoinCommand implements Callable<Integer> {
  /** A line that tells a paced process to join. */
  public static final String PACE_JOIN = "join";

  /** A line that tells a paced process to send a heartbeat. */
  public static final String PACE_BEAT = "beat";

  /** A line that tells a paced process to leave. */
  public static final String PACE_LEAVE = "leave";

  /** A paced process's answer where all went well; else it is the service's code. */
  public static final String PACE_OK = "ok";

  private static final int OK = 0;
  private static final int FAILED = 1;

  @Parameters(index = "0", paramLabel = "BOOKING", description = "The booking's id.")
  private String bookingId = "";

  @Mixin private PartyOptions party = new PartyOptions();

  @Option(
      names = "--paced",
      description =
          "Do one thing for each line of standard input (join, beat, leave) and answer each with a line.")
  private boolean paced;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      SessionVoiceApi voice = party.voice();
      return paced ? pace(voice, System.out) : stay(voice);
    } catch (ApiException e) {
      System.err.println("settle join: " + e.getMessage());
      return FAILED;
    }
  }

  private int stay(SessionVoiceApi voice) throws InterruptedException {
    Joined seat = voice.join(bookingId).orThrow();
    System.out.println("joined booking " + bookingId + " as " + seat.role());
    CountDownLatch stop = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(voice, seat, stop), "leave"));
    ApiResult<Long> beat = new ApiResult.Ok<>(0L);
    while (beat instanceof ApiResult.Ok<Long>
        && !stop.await(seat.heartbeatEveryMs(), TimeUnit.MILLISECONDS)) {
      beat = voice.heartbeat(seat);
    }
    System.err.println("no longer present: " + code(beat));
    return FAILED;
  }

  private static void leave(SessionVoiceApi voice, Joined seat, CountDownLatch stop) {
    stop.countDown();
    var _ = voice.leave(seat);
  }

  private int pace(SessionVoiceApi voice, PrintStream out) throws IOException {
    Optional<Joined> seat = Optional.empty();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      ApiResult<?> result = act(line, voice, seat);
      if (result instanceof ApiResult.Ok<?>(Joined joined)) {
        seat = Optional.of(joined);
      }
      out.println(code(result));
    }
    return OK;
  }

  private ApiResult<?> act(String line, SessionVoiceApi voice, Optional<Joined> seat) {
    if (line.equals(PACE_JOIN)) {
      return voice.join(bookingId);
    }
    if (seat.isEmpty()) {
      return new ApiResult.Refused<>(0, "not_joined", "join comes first");
    }
    return switch (line) {
      case PACE_BEAT -> voice.heartbeat(seat.get());
      case PACE_LEAVE -> voice.leave(seat.get());
      default -> new ApiResult.Refused<>(0, "unknown_line", line);
    };
  }

  private static String code(ApiResult<?> result) {
    return switch (result) {
      case ApiResult.Ok<?> _ -> PACE_OK;
      case ApiResult.Refused<?> refused -> refused.code();
      case ApiResult.Unreachable<?> _ -> "unreachable";
    };
  }
}
