package org.sessionsettlement.client.call;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.client.MediaCounts;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.MalformedAnswerException;

/** Frames of the signalling socket as text, and back (docs/signalling.md, "Frames"). */
final class SignalFrames {
  private static final JsonAdapter<Object> ANY = new Moshi.Builder().build().adapter(Object.class);

  private SignalFrames() {}

  static String heartbeat(MediaCounts media) {
    return write(Map.of("type", "heartbeat", "media", media.toJson()));
  }

  static String write(Signal signal) {
    if (signal instanceof Signal.Offer offer) {
      return described("offer", offer.id(), offer.description());
    }
    if (signal instanceof Signal.Answer answer) {
      return described("answer", answer.id(), answer.description());
    }
    if (signal instanceof Signal.Candidate candidate) {
      return write(
          Map.of(
              "type", "candidate",
              "id", json(candidate.id()),
              "candidate", json(candidate.candidate())));
    }
    return write(Map.of("type", signal instanceof Signal.Restart ? "restart" : "bye"));
  }

  /**
   * What the service says; empty where it means nothing here: an error that says what was wrong
   * with a frame, a type of a newer service, or no frame at all.
   */
  static Optional<SignalFrame> read(String text) {
    try {
      JsonValue frame = JsonValue.parse(text);
      return read(frame.get("type").text(), frame);
    } catch (MalformedAnswerException | IllegalArgumentException | ArithmeticException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<SignalFrame> read(String type, JsonValue frame) {
    return switch (type) {
      case "opened" ->
          Optional.of(
              new SignalFrame.Opened(frame.get("now_ms").number(), frame.get("ends_ms").number()));
      case "peer_joined" ->
          Optional.of(new SignalFrame.PeerJoined(frame.get("connection_id").text()));
      case "peer_reconnecting" -> Optional.of(new SignalFrame.PeerReconnecting());
      case "peer_left" -> Optional.of(new SignalFrame.PeerLeft());
      case "heartbeat_ok" -> Optional.of(new SignalFrame.HeartbeatOk(frame.get("now_ms").number()));
      case "seat_over" -> Optional.of(new SignalFrame.SeatOver(frame.get("error").text()));
      case "session_over" -> Optional.of(new SignalFrame.SessionOver());
      default -> signal(type, frame).map(SignalFrame.FromPeer::new);
    };
  }

  private static Optional<Signal> signal(String type, JsonValue frame) {
    return switch (type) {
      case "offer" -> Optional.of(new Signal.Offer(id(frame), frame.get("description").text()));
      case "answer" -> Optional.of(new Signal.Answer(id(frame), frame.get("description").text()));
      case "candidate" ->
          Optional.of(new Signal.Candidate(id(frame), candidate(frame.get("candidate"))));
      case "restart" -> Optional.of(new Signal.Restart());
      case "bye" -> Optional.of(new Signal.Bye());
      default -> Optional.empty();
    };
  }

  private static OfferId id(JsonValue frame) {
    JsonValue id = frame.get("id");
    return new OfferId(id.get("connection_id").text(), whole(id.get("number")));
  }

  /** A browser may leave out one of the two that name the media section. */
  private static IceCandidate candidate(JsonValue init) {
    return new IceCandidate(
        init.get("candidate").text(),
        init.get("sdpMid").ifPresent().map(JsonValue::text).orElse(""),
        init.get("sdpMLineIndex").ifPresent().map(SignalFrames::whole).orElse(0));
  }

  private static int whole(JsonValue number) {
    return Math.toIntExact(number.number());
  }

  private static String described(String type, OfferId id, String description) {
    return write(Map.of("type", type, "id", json(id), "description", description));
  }

  private static Map<String, Object> json(OfferId id) {
    return Map.of("connection_id", id.connectionId(), "number", id.number());
  }

  private static Map<String, Object> json(IceCandidate candidate) {
    Map<String, Object> init = new LinkedHashMap<>();
    init.put("candidate", candidate.candidate());
    if (!candidate.sdpMid().isEmpty()) {
      init.put("sdpMid", candidate.sdpMid());
    }
    init.put("sdpMLineIndex", candidate.sdpMLineIndex());
    return init;
  }

  private static String write(Map<String, Object> frame) {
    return ANY.toJson(frame);
  }
}
