package org.sessionsettlement.tempo.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.Log;

/** What viem makes of tokens' calls and events: token-vectors.json, by src/test/node. */
public final class TokenVectors {
  public static final Address A = Address.parse("0x1111111111111111111111111111111111111111");
  public static final Address B = Address.parse("0x2222222222222222222222222222222222222222");
  public static final Address C = Address.parse("0x3333333333333333333333333333333333333333");
  public static final Hash32 MEMO = Hash32.parse("0x" + "ab".repeat(32));
  public static final String LONG_NAME = "A name of more than thirty-two bytes, ünïcode";

  private TokenVectors() {}

  /** The calldata of a function. */
  public static Bytes calldata(String function) {
    return named("calldata", function).get("data").bytes();
  }

  /** The names of all functions. */
  public static List<String> functions() {
    return root().get("calldata").items().stream().map(item -> item.get("name").text()).toList();
  }

  /** A log of an event, as that contract would emit it. */
  public static Log log(Address emitter, String event) {
    JsonValue json = named("events", event);
    List<Hash32> topics = json.get("topics").items().stream().map(JsonValue::hash).toList();
    return log(emitter, topics, json.get("data").bytes());
  }

  /** Any log. */
  public static Log log(Address emitter, List<Hash32> topics, Bytes data) {
    return new Log(emitter, topics, data, 1, Hash32.ZERO, Hash32.ZERO, 0);
  }

  /** The first four bytes of an error. */
  public static JsonValue errors() {
    return root().get("errors");
  }

  static JsonValue permit() {
    return root().get("permit");
  }

  private static JsonValue named(String list, String name) {
    return root().get(list).items().stream()
        .filter(item -> item.get("name").text().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no vector of " + name));
  }

  private static JsonValue root() {
    try (InputStream in = TokenVectors.class.getResourceAsStream("/token-vectors.json")) {
      if (in == null) {
        throw new IllegalStateException("token-vectors.json is not on the class path");
      }
      return JsonValue.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
