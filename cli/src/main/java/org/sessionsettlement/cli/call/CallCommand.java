package org.sessionsettlement.cli.call;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.up.HumanDuration;
import org.sessionsettlement.cli.up.PartyOptions;
import org.sessionsettlement.client.JoinRequest;
import org.sessionsettlement.client.SessionVoiceApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code settle call}: a party that is present and heard in a session. */
@Command(
    name = "call",
    description =
        "Take part in a session's call with real audio: say a tone and count what is heard.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the peer was reached, and the call has ended",
      "1:the call failed, or has ended without a peer",
      "2:nothing was tried: wrong options, or no libwebrtc"
    })
public final class CallCommand implements Callable<Integer> {
  private static final int NOT_TRIED = 2;

  @Parameters(index = "0", paramLabel = "BOOKING", description = "The booking's id.")
  private String bookingId = "";

  @Mixin private PartyOptions party = new PartyOptions();

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = HumanDuration.class,
      description = "Hang up after so long (default: at the session's end, or on Ctrl-C).")
  private @Nullable Duration limit;

  @Option(
      names = "--relay-only",
      description = "Send media by the service's TURN server only: the peer sees no address.")
  private boolean relayOnly;

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    SessionVoiceApi voice = party.voice();
    Optional<String> missing = WebRtcLibrary.missing();
    if (missing.isPresent()) {
      System.err.println("settle call: " + missing.get());
      return NOT_TRIED;
    }
    CallLines lines = new CallLines(System.out, json, System::currentTimeMillis);
    Participant participant = new Participant(new JoinRequest(bookingId, relayOnly), voice, lines);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(participant), "hang-up"));
    return participant.takePart(Optional.ofNullable(limit));
  }

  private static void leave(Participant participant) {
    participant.stop();
    // libwebrtc writes two lines about itself to standard output when the process ends.
    System.out.close();
  }
}
