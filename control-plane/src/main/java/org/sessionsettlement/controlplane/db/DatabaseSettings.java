package org.sessionsettlement.controlplane.db;

/**
 * Where the database is.
 *
 * @param url a {@code jdbc:postgresql:} URL; its {@code currentSchema} is honoured
 * @param user the role to connect as
 * @param password its password; empty where the server asks for none
 * @param maxConnections upper bound of the pool
 */
public record DatabaseSettings(String url, String user, String password, int maxConnections) {
  public static final int DEFAULT_MAX_CONNECTIONS = 16;

  public DatabaseSettings(String url, String user, String password) {
    this(url, user, password, DEFAULT_MAX_CONNECTIONS);
  }

  /** Names the server, never the password. */
  @Override
  public String toString() {
    return "DatabaseSettings[user=" + user + "]";
  }
}
