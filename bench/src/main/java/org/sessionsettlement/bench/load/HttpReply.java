package org.sessionsettlement.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An HTTP/1.1 response (RFC 9112), as far as the service and its peer write one.
 *
 * @param isLast whether the connection is of no use after it
 */
record HttpReply(int status, String body, boolean isLast) {
  private static final String BLANK_LINE = "\r\n\r\n";
  private static final String LINE_END = "\r\n";
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");
  private static final Pattern CHUNKED = Pattern.compile("(?i)\r\ntransfer-encoding: *chunked");
  private static final Pattern LAST = Pattern.compile("(?i)\r\nconnection: *close");
  private static final int HEX = 16;
  private static final int STATUS_FROM = 9;
  private static final int STATUS_TO = 12;

  /** None came. */
  static HttpReply lost(String why) {
    return new HttpReply(0, why, true);
  }

  /** The response that these bytes begin with; empty, and nothing taken, where it is not whole. */
  static Optional<HttpReply> take(ByteBuffer bytes) {
    String text = StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
    int headEnd = text.indexOf(BLANK_LINE);
    if (headEnd < 0) {
      return Optional.empty();
    }
    String head = text.substring(0, headEnd);
    var body = body(head, text, headEnd + BLANK_LINE.length());
    body.ifPresent(whole -> bytes.position(bytes.position() + whole.end()));
    int status = Integer.parseInt(head.substring(STATUS_FROM, STATUS_TO));
    return body.map(whole -> new HttpReply(status, whole.text(), LAST.matcher(head).find()));
  }

  /** A body and where it ends. */
  private record Body(String text, int end) {}

  private static Optional<Body> body(String head, String text, int from) {
    if (CHUNKED.matcher(head).find()) {
      return chunks(text, from);
    }
    var length = LENGTH.matcher(head);
    int end = from + (length.find() ? Integer.parseInt(length.group(1)) : 0);
    return end <= text.length()
        ? Optional.of(new Body(text.substring(from, end), end))
        : Optional.empty();
  }

  private static Optional<Body> chunks(String text, int from) {
    var body = new StringBuilder();
    int at = from;
    while (true) {
      int lineEnd = text.indexOf(LINE_END, at);
      if (lineEnd < 0) {
        return Optional.empty();
      }
      int length = Integer.parseInt(text, at, lineEnd, HEX);
      int start = lineEnd + LINE_END.length();
      at = start + length + LINE_END.length();
      if (at > text.length()) {
        return Optional.empty();
      }
      if (length == 0) {
        return Optional.of(new Body(body.toString(), at));
      }
      body.append(text, start, start + length);
    }
  }
}
