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
    Consumer<HttpLine> request = line -> line.post(path, token, body, heard(answer));
    if (!free.isEmpty()) {
      request.accept(free.remove());
    } else if (lines < MOST_LINES) {
      lines++;
      request.accept(open());
    } else {
      waiting.add(request);
    }
  }

  private Consumer<HttpReply> heard(Consumer<HttpReply> answer) {
    return reply -> {
      if (reply.status() == 0) {
        lines--;
      }
      answer.accept(reply);
    };
  }

  private HttpLine open() {
    try {
      return new HttpLine(loop, address, this::freed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void freed(HttpLine line) {
    if (waiting.isEmpty()) {
      free.add(line);
    } else {
      waiting.remove().accept(line);
    }
  }
}
