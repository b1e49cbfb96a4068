package org.sessionsettlement.controlplane.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the notices of some channels on a connection and a thread of its own, and connects again
 * for as long as it is open. What is sent while it is not connected is not heard.
 */
public final class NoticeListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeListener.class);

  /** How long one look for notices waits; so long, at most, does closing. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final Duration PAUSE_BEFORE_RECONNECT = Duration.ofMillis(500);

  private final DatabaseSettings settings;
  private final List<String> channels;
  private final Listener listener;
  private final Thread thread;
  private volatile boolean closed;

  /** Told on the listening thread; what it throws is logged and forgotten. */
  public interface Listener {
    /** From now on everything is heard; what was sent before may have been missed. */
    void connected();

    void notice(String channel, String text);
  }

  /**
   * @param channels plain names in lower case
   */
  public NoticeListener(DatabaseSettings settings, List<String> channels, Listener listener) {
    this.settings = settings;
    this.channels = List.copyOf(channels);
    this.listener = listener;
    this.thread = Thread.ofPlatform().name("notices").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    boolean isFailing = false;
    while (!closed) {
      try (var connection = OwnConnection.open(settings)) {
        var names = listenOn(connection);
        isFailing = false;
        tell(listener::connected);
        hear(connection, names);
      } catch (SQLException e) {
        if (!isFailing && !closed) {
          LOG.warn("notices are not heard: {}", String.valueOf(e.getMessage()));
        }
        isFailing = true;
        pause();
      }
    }
  }

  /** The channels by what PostgreSQL calls them. */
  private Map<String, String> listenOn(Connection connection) throws SQLException {
    var names = new HashMap<String, String>();
    for (var channel : channels) {
      String name = nameOf(connection, channel);
      try (var statement = connection.createStatement()) {
        statement.execute("listen \"" + name + "\"");
      }
      names.put(name, channel);
    }
    return names;
  }

  private static String nameOf(Connection connection, String channel) throws SQLException {
    try (var statement = connection.prepareStatement("select " + Notices.NAME_OF_CHANNEL + "?")) {
      statement.setString(1, channel);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private void hear(Connection connection, Map<String, String> names) throws SQLException {
    var line = connection.unwrap(PGConnection.class);
    while (!closed) {
      for (var notice : line.getNotifications((int) LOOK.toMillis())) {
        String channel = names.getOrDefault(notice.getName(), notice.getName());
        tell(() -> listener.notice(channel, notice.getParameter()));
      }
    }
  }

  private static void tell(Runnable what) {
    try {
      what.run();
    } catch (RuntimeException e) {
      LOG.warn("a notice came to nothing", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_BEFORE_RECONNECT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    OwnThread.end(thread);
  }
}
