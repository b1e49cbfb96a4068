package org.sessionsettlement.controlplane.signalling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Notices;
import org.sessionsettlement.controlplane.session.Role;
import org.sessionsettlement.tempo.Address;

/**
 * Node messages as notices. A message longer than a notice goes in pieces, each of which begins
 * with its sender, its number (no two notices may be alike) and whether more follow.
 */
final class NodeCodec {
  private static final int MAX_BODY_CHARS = Notices.MAX_CHARS - 100;
  private static final int MAX_MESSAGE_CHARS = 2 * Incoming.MAX_FRAME_CHARS;
  private static final String LAST = ".";
  private static final String MORE = "+";

  private NodeCodec() {}

  /** Of one node; for one thread at a time. */
  static final class Writer {
    private final String node;
    private long number;

    /**
     * @param node without a space; at most 50 characters
     */
    Writer(String node) {
      this.node = node;
    }

    List<String> write(NodeMessage message) {
      String body = body(message);
      var pieces = new ArrayList<String>();
      for (int from = 0; from < body.length(); from += MAX_BODY_CHARS) {
        int until = Math.min(body.length(), from + MAX_BODY_CHARS);
        String more = until < body.length() ? MORE : LAST;
        pieces.add(node + " " + number++ + " " + more + " " + body.substring(from, until));
      }
      return pieces;
    }
  }

  /** Of what other nodes say; for one thread at a time. */
  static final class Reader {
    private final String ownNode;
    private final Map<String, StringBuilder> begun = new HashMap<>();

    Reader(String ownNode) {
      this.ownNode = ownNode;
    }

    /** After a break, what was begun has no end. */
    void forget() {
      begun.clear();
    }

    /** The message that this notice completes; nothing where it is our own, or no message. */
    Optional<NodeMessage> read(String notice) {
      String[] parts = notice.split(" ", 4);
      if (parts.length < 4 || parts[0].equals(ownNode)) {
        return Optional.empty();
      }
      var text = begun.computeIfAbsent(parts[0], node -> new StringBuilder());
      if (text.length() + parts[3].length() > MAX_MESSAGE_CHARS) {
        begun.remove(parts[0]);
        return Optional.empty();
      }
      text.append(parts[3]);
      if (parts[2].equals(MORE)) {
        return Optional.empty();
      }
      begun.remove(parts[0]);
      return parse(text.toString());
    }
  }

  private static String body(NodeMessage message) {
    String booking = message.booking().escrow() + " " + message.booking().bookingId() + " ";
    return switch (message) {
      case NodeMessage.Opened(_, var socket) -> "opened " + booking + text(socket);
      case NodeMessage.Here(_, var socket) -> "here " + booking + text(socket);
      case NodeMessage.Closed(_, var socket) -> "closed " + booking + socket;
      case NodeMessage.Relay(_, var socket, var frame) -> "relay " + booking + socket + " " + frame;
    };
  }

  private static String text(SocketRef socket) {
    return socket.id() + " " + socket.seat() + " " + socket.role() + " " + socket.openedMs();
  }

  /** Empty where this is none of ours: a newer node's, perhaps. */
  private static Optional<NodeMessage> parse(String body) {
    try {
      String[] words = body.split(" ", 5);
      var booking = new BookingKey(Address.parse(words[1]), Long.parseLong(words[2]));
      return switch (words[0]) {
        case "opened" -> Optional.of(new NodeMessage.Opened(booking, socket(words)));
        case "here" -> Optional.of(new NodeMessage.Here(booking, socket(words)));
        case "closed" -> Optional.of(new NodeMessage.Closed(booking, UUID.fromString(words[3])));
        case "relay" ->
            Optional.of(new NodeMessage.Relay(booking, UUID.fromString(words[3]), words[4]));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static SocketRef socket(String[] words) {
    String[] rest = words[4].split(" ", -1);
    return new SocketRef(
        UUID.fromString(words[3]),
        UUID.fromString(rest[0]),
        Role.valueOf(rest[1]),
        Long.parseLong(rest[2]));
  }
}
