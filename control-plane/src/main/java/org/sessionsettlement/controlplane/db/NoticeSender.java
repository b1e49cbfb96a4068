package org.sessionsettlement.controlplane.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices that belong to no transaction, in the order of the asking, many at once where many
 * are waiting, on a connection and a thread of its own. What cannot be sent at once is dropped:
 * whoever sends here must live with that.
 */
public final class NoticeSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);

  static final int MOST_WAITING = 20_000;
  private static final int MOST_AT_ONCE = 200;
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** A notice is no record: nobody needs to wait for the disk. */
  private static final String NO_WAIT = "set synchronous_commit = off";

  private static final String SEND =
      "select pg_notify(" + Notices.NAME_OF_CHANNEL + "?, text) from unnest(?) as texts (text)";

  private final DatabaseSettings settings;
  private final String channel;
  private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Thread thread;
  private volatile boolean closed;

  public NoticeSender(DatabaseSettings settings, String channel) {
    this.settings = settings;
    this.channel = channel;
    this.thread = Thread.ofPlatform().name("notice-sender").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /**
   * Sends it soon; dropped where too many wait.
   *
   * @param text of at most {@link Notices#MAX_CHARS}, unlike any other that may wait beside it
   */
  public void send(String text) {
    var _ = waiting.offer(text);
  }

  private void run() {
    while (!closed) {
      try {
        var next = take();
        if (!next.isEmpty()) {
          sendOnNewConnection(next);
        }
      } catch (SQLException e) {
        int dropped = waiting.size();
        waiting.clear();
        LOG.warn("notices are not sent ({} dropped): {}", dropped, String.valueOf(e.getMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void sendOnNewConnection(List<String> first) throws SQLException, InterruptedException {
    try (var connection = OwnConnection.open(settings)) {
      try (var statement = connection.createStatement()) {
        statement.execute(NO_WAIT);
      }
      for (var batch = first; !closed; batch = take()) {
        send(connection, batch);
      }
    }
  }

  private void send(Connection connection, List<String> batch) throws SQLException {
    if (batch.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(SEND)) {
      statement.setString(1, channel);
      statement.setArray(2, connection.createArrayOf("text", batch.toArray()));
      statement.execute();
    }
  }

  private List<String> take() throws InterruptedException {
    var batch = new ArrayList<String>();
    var first = waiting.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      waiting.drainTo(batch, MOST_AT_ONCE - 1);
    }
    return batch;
  }

  @Override
  public void close() {
    closed = true;
    OwnThread.end(thread);
  }
}
