package org.sessionsettlement.cli.deploy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.tempo.Address;

/**
 * Constructor values from text, by name. There are no defaults: each value is one that somebody
 * chose.
 */
final class SettingsText {
  static final String PAYMENT_TOKEN = "payment-token";
  static final String ORACLE = "oracle";
  static final String TREASURY = "treasury";
  static final String FEE = "fee-bps";
  static final String WINDOW = "challenge-window-seconds";
  static final String BOND = "challenge-bond-units";
  static final String PENALTY = "late-cancel-penalty-bps";
  static final String BUFFER = "no-attest-buffer-seconds";
  static final String TIMEOUT = "dispute-timeout-seconds";

  private static final Set<String> NAMES =
      Set.of(PAYMENT_TOKEN, ORACLE, TREASURY, FEE, WINDOW, BOND, PENALTY, BUFFER, TIMEOUT);

  /** What the text comes to. */
  sealed interface Result {
    /** Settings that the constructor takes. */
    record Valid(EscrowSettings settings) implements Result {}

    /** All that is wrong, a sentence each. */
    record Bad(List<String> faults) implements Result {}
  }

  private final Map<String, String> values;
  private final List<String> faults = new ArrayList<>();

  private SettingsText(Map<String, String> values) {
    this.values = values;
  }

  /** Reads all values, and checks them against the limits of the contract's constructor. */
  static Result read(Map<String, String> values) {
    return new SettingsText(values).result();
  }

  private Result result() {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(NAMES);
    unknown.forEach(name -> faults.add(name + " is no setting"));
    EscrowSettings settings = settings();
    if (faults.isEmpty()) {
      settings.fault().ifPresent(fault -> faults.add("the constructor would revert: " + fault));
    }
    return faults.isEmpty() ? new Result.Valid(settings) : new Result.Bad(List.copyOf(faults));
  }

  private EscrowSettings settings() {
    return new EscrowSettings(
        address(PAYMENT_TOKEN),
        address(ORACLE),
        address(TREASURY),
        value(FEE, Integer::parseInt, 0),
        value(WINDOW, Long::parseLong, 0L),
        value(BOND, SettingsText::word, BigInteger.ZERO),
        value(PENALTY, Integer::parseInt, 0),
        value(BUFFER, Long::parseLong, 0L),
        value(TIMEOUT, Long::parseLong, 0L));
  }

  private Address address(String name) {
    return value(name, Address::parse, Address.ZERO);
  }

  /** The placeholder is never used: a fault is noted with it. */
  private <T> T value(String name, Function<String, T> parse, T placeholder) {
    String text = values.get(name);
    if (text == null) {
      faults.add(name + " is missing");
      return placeholder;
    }
    try {
      return parse.apply(text.strip());
    } catch (NumberFormatException e) {
      faults.add(name + " is no whole number within its range");
    } catch (IllegalArgumentException e) {
      faults.add(name + ": " + e.getMessage());
    }
    return placeholder;
  }

  private static BigInteger word(String text) {
    BigInteger number = new BigInteger(text);
    if (number.bitLength() > 256) {
      throw new NumberFormatException("more than 256 bits");
    }
    return number;
  }
}
