package org.sessionsettlement.cli.deploy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.verb.Refusal;
import org.sessionsettlement.escrow.EscrowSettings;
import picocli.CommandLine.Option;

/** The constructor values of {@code settle deploy}: a file, and flags that go before it. */
@SuppressWarnings("NullAway.Init") // picocli leaves null what was not given.
final class SettingsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A Java properties file with the names below as keys; flags go before it.")
  private @Nullable Path config;

  @Option(names = "--" + SettingsText.PAYMENT_TOKEN, description = "The TIP-20 token to hold.")
  private @Nullable String paymentToken;

  @Option(names = "--" + SettingsText.ORACLE, description = "Who attests.")
  private @Nullable String oracle;

  @Option(names = "--" + SettingsText.TREASURY, description = "Who receives the fees.")
  private @Nullable String treasury;

  @Option(names = "--" + SettingsText.FEE, description = "1/10000 of a payout, 0 to 2000.")
  private @Nullable String feeBps;

  @Option(names = "--" + SettingsText.WINDOW, description = "Time to challenge, up to 30 days.")
  private @Nullable String challengeWindow;

  @Option(names = "--" + SettingsText.BOND, description = "What a challenge costs, above 0.")
  private @Nullable String challengeBond;

  @Option(names = "--" + SettingsText.PENALTY, description = "1/10000 of a price, 0 to 10000.")
  private @Nullable String penaltyBps;

  @Option(
      names = "--" + SettingsText.BUFFER,
      description = "From a session's end to a claim, up to 30 days; 7200 and more is sound.")
  private @Nullable String noAttestBuffer;

  @Option(names = "--" + SettingsText.TIMEOUT, description = "To resolve, up to 180 days.")
  private @Nullable String disputeTimeout;

  /** The settings, or a refusal that lists all that is wrong with them. */
  EscrowSettings read() {
    return switch (SettingsText.read(values())) {
      case SettingsText.Result.Valid(var settings) -> settings;
      case SettingsText.Result.Bad(var faults) ->
          throw Refusal.misconfigured("bad_settings", String.join("; ", faults));
    };
  }

  private Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    if (config != null) {
      values.putAll(fileValues(config));
    }
    flag(values, SettingsText.PAYMENT_TOKEN, paymentToken);
    flag(values, SettingsText.ORACLE, oracle);
    flag(values, SettingsText.TREASURY, treasury);
    flag(values, SettingsText.FEE, feeBps);
    flag(values, SettingsText.WINDOW, challengeWindow);
    flag(values, SettingsText.BOND, challengeBond);
    flag(values, SettingsText.PENALTY, penaltyBps);
    flag(values, SettingsText.BUFFER, noAttestBuffer);
    flag(values, SettingsText.TIMEOUT, disputeTimeout);
    return values;
  }

  private static void flag(Map<String, String> values, String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  private static Map<String, String> fileValues(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw Refusal.misconfigured("bad_config", file + " cannot be read as Java properties");
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> values.put(n, properties.getProperty(n)));
    return values;
  }
}
