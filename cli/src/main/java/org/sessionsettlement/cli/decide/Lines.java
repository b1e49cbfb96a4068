package org.sessionsettlement.cli.decide;

import java.io.ByteArrayOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Lines of bytes, one at a time, none of them kept beyond a bound. */
final class Lines {
  private static final int CHUNK_BYTES = 1 << 16;

  /**
   * One line, without its line feed.
   *
   * @param bytes the line, or its beginning if it is too long
   * @param isTooLong whether it was longer than the bound, and the rest of it left out
   */
  record Line(ByteBuffer bytes, boolean isTooLong) {}

  private final InputStream in;
  private final int maxBytes;
  private final Flushable answers;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private int next;
  private int filled;

  /**
   * @param answers are flushed before a read that may have to wait: whoever waits for an answer
   *     before asking on gets it
   */
  Lines(InputStream in, int maxBytes, Flushable answers) {
    this.in = in;
    this.maxBytes = maxBytes;
    this.answers = answers;
  }

  /** The next line; empty at the end of input. What follows the last line feed is a line, too. */
  Optional<Line> next() throws IOException {
    if (!hasMore()) {
      return Optional.empty();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    boolean isTooLong = false;
    boolean ended = false;
    while (!ended && hasMore()) {
      int end = endOfLine();
      int room = maxBytes - line.size();
      line.write(chunk, next, Math.min(room, end - next));
      isTooLong |= end - next > room;
      ended = end < filled;
      next = ended ? end + 1 : end;
    }
    return Optional.of(new Line(ByteBuffer.wrap(line.toByteArray()), isTooLong));
  }

  private boolean hasMore() throws IOException {
    if (next == filled) {
      if (in.available() == 0) {
        answers.flush();
      }
      next = 0;
      filled = Math.max(0, in.read(chunk));
    }
    return next < filled;
  }

  private int endOfLine() {
    int end = next;
    while (end < filled && chunk[end] != '\n') {
      end++;
    }
    return end;
  }
}
