package org.sessionsettlement.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/** Kept connections; a request waits for a free one, and its wait is part of its latency. */
final class HttpPool {
  private static final int MOST_LINES = 64;

  private final EventLoop loop;
  private final InetSocketAddress address;
  private final ArrayDeque<HttpLine> free = new ArrayDeque<>();
  private final ArrayDeque<Consumer<HttpLine>> waiting = new ArrayDeque<>();
  private int lines;

  HttpPool(EventLoop loop, InetSocketAddress address) {
    this.loop = loop;
    this.address = address;
  }

  /** Posts, and hears the answer; status 0 where the connection was lost. */
  void post(String path, String token, String body, Consumer<HttpReply> answer) {
    waiting.add(line -> line.post(path, token, body, answer));
    if (!free.isEmpty()) {
      waiting.remove().accept(free.remove());
    } else if (lines < MOST_LINES) {
      open();
    }
  }

  private void open() {
    lines++;
    try {
      waiting.remove().accept(new HttpLine(loop, address, this::answered));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The service closes a connection now and then; the next one who waits gets a new one. */
  private void answered(HttpLine line, HttpReply reply) {
    if (reply.isLast()) {
      free.remove(line);
      lines--;
      if (!waiting.isEmpty()) {
        open();
      }
    } else if (waiting.isEmpty()) {
      free.add(line);
    } else {
      waiting.remove().accept(line);
    }
  }
}
