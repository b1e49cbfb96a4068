package org.sessionsettlement.cli.deploy;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sessionsettlement.cli.verb.Said;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.tempo.Address;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a verb has to say: members in their order, snake_case, amounts as decimal strings in token
 * units; as one JSON object, or a line each for people.
 */
final class Answer implements Said {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int DECIMALS = 6;

  private final Map<String, Object> members = new LinkedHashMap<>();
  private final Map<String, String> lines = new LinkedHashMap<>();

  Answer put(String name, Object value) {
    boolean isPlain = value instanceof Number || value instanceof Boolean;
    members.put(name, isPlain ? value : value.toString());
    lines.put(name, value.toString());
    return this;
  }

  /** Token units; people see the amount beside them. */
  Answer units(String name, BigInteger units) {
    members.put(name, units.toString());
    lines.put(name, units + " (" + new java.math.BigDecimal(units, DECIMALS) + ")");
    return this;
  }

  Answer settings(EscrowSettings settings, Address owner) {
    return put("payment_token", settings.paymentToken())
        .put("owner", owner)
        .put("oracle", settings.oracle())
        .put("treasury", settings.treasury())
        .put("fee_bps", settings.feeBps())
        .put("challenge_window_seconds", settings.challengeWindowSeconds())
        .units("challenge_bond_units", settings.challengeBond())
        .put("late_cancel_penalty_bps", settings.lateCancelPenaltyBps())
        .put("no_attest_buffer_seconds", settings.noAttestBufferSeconds())
        .put("dispute_timeout_seconds", settings.disputeTimeoutSeconds());
  }

  Answer oddities(List<Oddity> oddities) {
    members.put("oddities", oddities.stream().map(Answer::json).toList());
    lines.put("oddities", oddities.isEmpty() ? "none" : human(oddities));
    return this;
  }

  @Override
  public String json() {
    return JSON.writeValueAsString(members);
  }

  /** For a file that people read, too. */
  String prettyJson() {
    return PRETTY.writeValueAsString(members) + "\n";
  }

  @Override
  public String human() {
    int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
    return lines.entrySet().stream()
        .map(line -> pad(line.getKey().replace('_', ' '), width) + "  " + line.getValue())
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static Map<String, Object> json(Oddity oddity) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("code", name(oddity));
    members.put("sentence", oddity.sentence());
    return members;
  }

  private static String human(List<Oddity> oddities) {
    return oddities.stream()
        .map(oddity -> System.lineSeparator() + "  " + name(oddity) + ": " + oddity.sentence())
        .collect(Collectors.joining());
  }

  private static String name(Oddity oddity) {
    return oddity.code().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
