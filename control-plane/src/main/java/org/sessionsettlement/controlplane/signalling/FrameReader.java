package org.sessionsettlement.controlplane.signalling;

import java.util.Optional;
import java.util.UUID;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.sessionsettlement.controlplane.session.MediaJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a client sends (docs/signalling.md, "From a client"). What goes on to the peer is
 * written anew, so that nothing reaches it that is not named there.
 */
final class FrameReader {
  private static final int MAX_CANDIDATE_CHARS = 2_048;
  private static final int MAX_MID_CHARS = 64;
  private static final int MAX_FRAGMENT_CHARS = 256;
  private static final int MAX_M_LINE = 255;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final UUID seat;

  /**
   * @param seat the sender's: nobody makes offers in another's name
   */
  FrameReader(UUID seat) {
    this.seat = seat;
  }

  ClientFrame read(String text) {
    try {
      return frame(JSON.readTree(text));
    } catch (JacksonException e) {
      return new ClientFrame.Bad("not JSON");
    } catch (ProblemException e) {
      return new ClientFrame.Bad(e.problem().detail());
    } catch (BadMember e) {
      return new ClientFrame.Bad(e.getMessage());
    }
  }

  private ClientFrame frame(JsonNode frame) {
    String type = frame.path("type").asString("");
    return switch (type) {
      case "heartbeat" -> new ClientFrame.Heartbeat(MediaJson.read(frame.get("media")));
      case "offer" -> forPeer(described(type, offerId(frame, true), frame));
      case "answer" -> forPeer(described(type, offerId(frame, false), frame));
      case "candidate" -> forPeer(candidate(frame));
      case "restart", "bye" -> forPeer(of(type));
      default -> new ClientFrame.Bad("no type that is known here");
    };
  }

  private static ClientFrame forPeer(ObjectNode frame) {
    return new ClientFrame.ForPeer(frame.toString());
  }

  private static ObjectNode of(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  private static ObjectNode described(String type, ObjectNode id, JsonNode frame) {
    var description = frame.path("description");
    if (!description.isString()) {
      throw new BadMember("description is a string");
    }
    var described = of(type);
    described.set("id", id);
    return described.put("description", description.asString());
  }

  private ObjectNode offerId(JsonNode frame, boolean mustBeOurs) {
    var id = frame.path("id");
    var number = id.path("number");
    if (!number.isInt() || number.intValue() < 1) {
      throw new BadMember("id is {connection_id, number}, the number from 1");
    }
    var offerer = uuid(id.path("connection_id"));
    if (mustBeOurs && !offerer.equals(seat)) {
      throw new BadMember("an offer has the sender's connection_id");
    }
    return JSON.createObjectNode()
        .put("connection_id", offerer.toString())
        .put("number", number.intValue());
  }

  private static UUID uuid(JsonNode text) {
    try {
      return UUID.fromString(text.asString(""));
    } catch (IllegalArgumentException e) {
      throw new BadMember("connection_id is that of a seat");
    }
  }

  private ObjectNode candidate(JsonNode frame) {
    var said = frame.path("candidate");
    var candidate = JSON.createObjectNode();
    candidate.put(
        "candidate", text(said, "candidate", MAX_CANDIDATE_CHARS).orElseThrow(this::shape));
    text(said, "sdpMid", MAX_MID_CHARS).ifPresent(mid -> candidate.put("sdpMid", mid));
    mLine(said).ifPresent(index -> candidate.put("sdpMLineIndex", index));
    text(said, "usernameFragment", MAX_FRAGMENT_CHARS)
        .ifPresent(fragment -> candidate.put("usernameFragment", fragment));
    var whole = of("candidate");
    whole.set("id", offerId(frame, false));
    whole.set("candidate", candidate);
    return whole;
  }

  private Optional<Integer> mLine(JsonNode said) {
    var index = said.get("sdpMLineIndex");
    if (index == null || index.isNull()) {
      return Optional.empty();
    }
    if (!index.isInt() || index.intValue() < 0 || index.intValue() > MAX_M_LINE) {
      throw shape();
    }
    return Optional.of(index.intValue());
  }

  private Optional<String> text(JsonNode said, String name, int maxChars) {
    var text = said.get(name);
    if (text == null || text.isNull()) {
      return Optional.empty();
    }
    if (!text.isString() || text.asString().length() > maxChars) {
      throw shape();
    }
    return Optional.of(text.asString());
  }

  private BadMember shape() {
    return new BadMember("candidate is an RTCIceCandidateInit");
  }

  private static final class BadMember extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadMember(String detail) {
      super(detail, null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
