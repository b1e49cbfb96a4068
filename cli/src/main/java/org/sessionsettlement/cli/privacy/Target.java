package org.sessionsettlement.cli.privacy;

import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.controlplane.privacy.WalletData;
import org.sessionsettlement.tempo.Address;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whose data, and in which database; the password comes from the environment alone. */
final class Target {
  static final String PASSWORD = "SETTLE_SERVICE_DATABASE_PASSWORD";

  private static final int FAILED = 1;
  private static final int CONNECTIONS = 1;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WALLET", description = "The wallet's address.")
  private String wallet = "";

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

  /** Works on the wallet's data; 1 where the database does not answer. */
  int with(ToIntBiFunction<Address, WalletData> work) {
    var address = address();
    var password = Optional.ofNullable(System.getenv(PASSWORD)).orElse("");
    var connected = connect(new DatabaseSettings(jdbc(), user, password, CONNECTIONS));
    if (connected.isEmpty()) {
      return failed("the database does not answer");
    }
    try (var database = connected.get()) {
      return work.applyAsInt(address, new WalletData(database));
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

  private Address address() {
    try {
      return Address.parse(wallet);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandSpec().commandLine(), "WALLET is not an address");
    }
  }

  private String jdbc() {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new ParameterException(
          commandSpec().commandLine(), "--database-url must begin with jdbc:postgresql:");
    }
    return url;
  }

  void say(String line) {
    commandSpec().commandLine().getOut().println(line);
  }

  private CommandSpec commandSpec() {
    return Objects.requireNonNull(spec);
  }
}
