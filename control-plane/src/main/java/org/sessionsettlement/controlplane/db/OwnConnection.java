package org.sessionsettlement.controlplane.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A connection beside the pool, kept by one thread for as long as it lives. */
final class OwnConnection {
  private OwnConnection() {}

  static Connection open(DatabaseSettings settings) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty("connectTimeout", String.valueOf(Database.CONNECTION_WAIT.toSeconds()));
    properties.setProperty("socketTimeout", String.valueOf(Database.SOCKET_TIMEOUT.toSeconds()));
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(settings.url(), properties);
  }
}
