package org.sessionsettlement.cli.database;

import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which database; its password comes from the environment alone. */
public final class DatabaseOptions {
  static final String PASSWORD = "SETTLE_SERVICE_DATABASE_PASSWORD";

  private static final int FAILED = 1;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--database-url",
      required = true,
      paramLabel = "URL",
      defaultValue = "${env:SETTLE_SERVICE_DATABASE_URL}",
      description = "The service's PostgreSQL as a JDBC address; SETTLE_SERVICE_DATABASE_URL.")
  private String url = "";

  @Option(
      names = "--database-user",
      required = true,
      paramLabel = "ROLE",
      defaultValue = "${env:SETTLE_SERVICE_DATABASE_USER}",
      description = "Its user; SETTLE_SERVICE_DATABASE_USER. Password: " + PASSWORD + ".")
  private String user = "";

  /**
   * Works on the database; 1 where it does not answer.
   *
   * @param connections at once
   */
  public int with(int connections, ToIntFunction<Database> work) {
    var password = Optional.ofNullable(System.getenv(PASSWORD)).orElse("");
    var connected = connect(new DatabaseSettings(jdbc(), user, password, connections));
    if (connected.isEmpty()) {
      return failed("the database does not answer");
    }
    try (var database = connected.get()) {
      return work.applyAsInt(database);
    } catch (DataAccessException e) {
      return failed("the database does not hold what this version expects, or went away");
    }
  }

  /** Whatever the driver and the pool throw, it is that nobody could be reached. */
  private static Optional<Database> connect(DatabaseSettings settings) {
    try {
      return Optional.of(Database.connect(settings));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private int failed(String why) {
    commandSpec().commandLine().getErr().println(commandSpec().qualifiedName() + ": " + why);
    return FAILED;
  }

  private String jdbc() {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new ParameterException(
          commandSpec().commandLine(), "--database-url must begin with jdbc:postgresql:");
    }
    return url;
  }

  private CommandSpec commandSpec() {
    return Objects.requireNonNull(spec);
  }
}
