package org.sessionsettlement.client;

import java.util.Map;
import org.sessionsettlement.tempo.rpc.JsonValue;

/**
 * What a sign-in or a refresh brought.
 *
 * @param askedAtMs by the app's clock, as is {@code endsAtMs}: the service's says how long and not
 *     until when, since the two may differ by any amount
 */
record Tokens(String access, String refresh, long askedAtMs, long endsAtMs) {
  /** A token is replaced in the last tenth of its life. */
  private static final long PARTS_OF_LIFE = 10;

  static Tokens of(JsonValue answer, long askedAtMs) {
    return new Tokens(
        answer.get("access_token").text(),
        answer.get("refresh_token").text(),
        askedAtMs,
        askedAtMs + answer.get("expires_in_ms").number());
  }

  boolean isEndingAt(long nowMs) {
    return nowMs >= endsAtMs - (endsAtMs - askedAtMs) / PARTS_OF_LIFE;
  }

  Map<String, String> refreshBody() {
    return Map.of("refresh_token", refresh);
  }

  @Override
  public String toString() {
    return "Tokens[until " + endsAtMs + "]";
  }
}
