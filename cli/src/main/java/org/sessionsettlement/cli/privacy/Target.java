package org.sessionsettlement.cli.privacy;

import java.util.Objects;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.database.DatabaseOptions;
import org.sessionsettlement.controlplane.privacy.WalletData;
import org.sessionsettlement.tempo.Address;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whose data, and in which database. */
final class Target {
  private static final int CONNECTIONS = 1;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WALLET", description = "The wallet's address.")
  private String wallet = "";

  @Mixin private DatabaseOptions database = new DatabaseOptions();

  /** Works on the wallet's data; 1 where the database does not answer. */
  int with(ToIntBiFunction<Address, WalletData> work) {
    var address = address();
    return database.with(CONNECTIONS, opened -> work.applyAsInt(address, new WalletData(opened)));
  }

  private Address address() {
    try {
      return Address.parse(wallet);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandSpec().commandLine(), "WALLET is not an address");
    }
  }

  void say(String line) {
    commandSpec().commandLine().getOut().println(line);
  }

  private CommandSpec commandSpec() {
    return Objects.requireNonNull(spec);
  }
}
