package org.sessionsettlement.controlplane.live;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One page's stream. What it is to hear waits in a bounded queue, so that a slow page holds up
 * nobody; one that falls too far behind is closed, and goes on from where it was.
 */
final class LiveStream {
  /** Messages that may wait. */
  static final int MOST_WAITING = 256;

  /** Silence after which a comment shows both sides that the line is there. */
  private static final Duration COMMENT_EVERY = Duration.ofSeconds(15);

  private final LiveFilter filter;
  private final Line line;
  private final Consumer<LiveStream> over;
  private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread = Thread.ofVirtual().name("live-stream").unstarted(this::run);

  /** The way to the page; both throw when that is gone. */
  interface Line {
    void send(Message message) throws IOException;

    void comment() throws IOException;

    void close();
  }

  /**
   * @param over called once, when the stream has ended for whatever reason
   */
  LiveStream(LiveFilter filter, Line line, Consumer<LiveStream> over) {
    this.filter = filter;
    this.line = line;
    this.over = over;
  }

  void start() {
    thread.start();
  }

  boolean takes(LiveEvent event) {
    return filter.takes(event);
  }

  void tell(Message message) {
    if (!waiting.offer(message)) {
      close();
    }
  }

  void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      line.comment();
      while (true) {
        var next = waiting.poll(COMMENT_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
          line.comment();
        } else {
          line.send(next);
        }
      }
    } catch (IOException | RuntimeException e) {
      // The page is gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      over.accept(this);
      line.close();
    }
  }
}
