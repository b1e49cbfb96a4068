package org.sessionsettlement.cli.call;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.sessionsettlement.client.call.CallPhase;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells how a call goes, a line at a time: for people, or as JSON objects with snake_case members.
 *
 * @param nowMs dates the JSON lines
 */
record CallLines(PrintStream out, boolean json, LongSupplier nowMs) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  void phase(CallPhase phase) {
    Map<String, Object> members = members(phase);
    print(String.join(" ", members.values().stream().map(CallLines::words).toList()), members);
  }

  /** The last line. */
  void heard(HeardAudio.Counts heard, long durationMs) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("duration_ms", durationMs);
    members.put("frames", heard.frames());
    members.put("silent_frames", heard.silentFrames());
    print(
        "heard %d frames of 10 ms, %d of them silent, in %d ms"
            .formatted(heard.frames(), heard.silentFrames(), durationMs),
        members);
  }

  private void print(String text, Map<String, Object> members) {
    if (!json) {
      out.println(text);
      return;
    }
    Map<String, Object> dated = new LinkedHashMap<>();
    dated.put("at_ms", nowMs.getAsLong());
    dated.putAll(members);
    out.println(JSON.writeValueAsString(dated));
  }

  private static Map<String, Object> members(CallPhase phase) {
    return switch (phase) {
      case CallPhase.Idle _ -> named("idle");
      case CallPhase.Joining _ -> named("joining");
      case CallPhase.WaitingForPeer _ -> named("waiting_for_peer");
      case CallPhase.Connecting _ -> named("connecting");
      case CallPhase.Connected _ -> named("connected");
      case CallPhase.Reconnecting _ -> named("reconnecting");
      case CallPhase.Ended(var reason) -> because("ended", reason);
      case CallPhase.Failed(var reason, var detail) -> {
        Map<String, Object> members = because("failed", reason);
        members.put("detail", detail);
        yield members;
      }
    };
  }

  private static Map<String, Object> named(String phase) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("phase", phase);
    return members;
  }

  private static Map<String, Object> because(String phase, Enum<?> reason) {
    Map<String, Object> members = named(phase);
    members.put("reason", reason.name().toLowerCase(Locale.ROOT));
    return members;
  }

  private static String words(Object value) {
    return value.toString().replace('_', ' ');
  }
}
