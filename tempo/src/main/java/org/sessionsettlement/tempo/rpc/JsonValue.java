package org.sessionsettlement.tempo.rpc;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Hex;

/**
 * A JSON value of an answer, with the typed readings that JSON-RPC needs. Every reading throws a
 * {@link MalformedAnswerException} that names the place when the value is something else.
 */
public final class JsonValue {
  /** JSON's null. */
  public static final JsonValue NULL = new JsonValue(null, "null");

  private final @Nullable Object value;
  private final String place;

  private JsonValue(@Nullable Object value, String place) {
    this.value = value;
    this.place = place;
  }

  /**
   * Reads a whole JSON document.
   *
   * @throws MalformedAnswerException when it is none
   */
  public static JsonValue parse(String json) {
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
      Object value = reader.readJsonValue();
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new MalformedAnswerException("more than one JSON document");
      }
      return new JsonValue(value, "answer");
    } catch (IOException | JsonDataException notJson) {
      throw new MalformedAnswerException("no JSON in the node's answer", notJson);
    }
  }

  /** True for JSON's null and for what is absent. */
  public boolean isNull() {
    return value == null;
  }

  /** True for an array. */
  public boolean isArray() {
    return value instanceof List;
  }

  /** True for a string. */
  public boolean isText() {
    return value instanceof String;
  }

  /** A member of an object; null-valued where it is absent. */
  public JsonValue get(String name) {
    if (value instanceof Map<?, ?> members) {
      return new JsonValue(members.get(name), place + "." + name);
    }
    throw unexpected("an object");
  }

  /** The names of an object's members. */
  public Set<String> names() {
    if (value instanceof Map<?, ?> members) {
      return members.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }
    throw unexpected("an object");
  }

  /** The items of an array. */
  public List<JsonValue> items() {
    if (!(value instanceof List<?> list)) {
      throw unexpected("an array");
    }
    List<JsonValue> items = new ArrayList<>(list.size());
    for (Object item : list) {
      items.add(new JsonValue(item, place + "[" + items.size() + "]"));
    }
    return items;
  }

  /** This value unless it is null. */
  public Optional<JsonValue> ifPresent() {
    return isNull() ? Optional.empty() : Optional.of(this);
  }

  /** A string. */
  public String text() {
    if (value instanceof String text) {
      return text;
    }
    throw unexpected("a string");
  }

  /** True for a boolean. */
  public boolean isBoolean() {
    return value instanceof Boolean;
  }

  /** Any JSON number, as JSON reads it: of nothing that must be exact. */
  public double decimal() {
    if (value instanceof Double number) {
      return number;
    }
    throw unexpected("a number");
  }

  /** A boolean. */
  public boolean bool() {
    if (value instanceof Boolean bool) {
      return bool;
    }
    throw unexpected("a boolean");
  }

  /** A JSON number without a fraction, of at most 2^53 - 1. */
  public long number() {
    if (value instanceof Double number
        && number == Math.rint(number)
        && Math.abs(number) < 0x1p53) {
      return number.longValue();
    }
    throw unexpected("an integer");
  }

  /** A hex quantity of at most 256 bits. */
  public BigInteger quantity() {
    return read(Hex::parseQuantity, "a quantity");
  }

  /** A hex quantity of at most 63 bits. */
  public long longQuantity() {
    return read(text -> Hex.parseQuantity(text).longValueExact(), "a quantity of 63 bits");
  }

  /** Bytes in hex. */
  public Bytes bytes() {
    return read(Bytes::fromHex, "bytes in hex");
  }

  /** A hash. */
  public Hash32 hash() {
    return read(Hash32::parse, "a hash");
  }

  /** An address. */
  public Address address() {
    return read(Address::parse, "an address");
  }

  private <T> T read(Function<String, T> parse, String kind) {
    try {
      return parse.apply(text());
    } catch (IllegalArgumentException | ArithmeticException notThat) {
      throw unexpected(kind);
    }
  }

  private MalformedAnswerException unexpected(String kind) {
    return new MalformedAnswerException(place + " is not " + kind);
  }

  /** The value as Java's own lists, maps, strings, doubles and booleans, for showing. */
  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
