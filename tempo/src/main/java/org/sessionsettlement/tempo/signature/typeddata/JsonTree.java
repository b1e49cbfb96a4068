package org.sessionsettlement.tempo.signature.typeddata;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;

/**
 * JSON as maps, lists, strings, booleans and BigIntegers: a double would lose digits of a uint256.
 */
final class JsonTree {
  /** The message stands inside the document. */
  private static final int MAX_DEPTH = TypedDataLimits.MAX_DEPTH + 2;

  private static final int MAX_DIGITS = 78;

  private JsonTree() {}

  static Object read(String json) {
    if (json.length() > TypedDataLimits.MAX_JSON_CHARS) {
      throw new InvalidTypedDataException(TypedDataFault.TOO_LARGE, "");
    }
    try (JsonReader in = JsonReader.of(new Buffer().writeUtf8(json))) {
      Object value = value(in, 0);
      if (in.peek() != JsonReader.Token.END_DOCUMENT) {
        throw fault(TypedDataFault.NO_JSON);
      }
      return value;
    } catch (IOException | JsonDataException noJson) {
      throw fault(TypedDataFault.NO_JSON);
    }
  }

  private static Object value(JsonReader in, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw fault(TypedDataFault.TOO_DEEP);
    }
    return switch (in.peek()) {
      case BEGIN_OBJECT -> object(in, depth);
      case BEGIN_ARRAY -> array(in, depth);
      case STRING -> in.nextString();
      case BOOLEAN -> in.nextBoolean();
      case NUMBER -> integer(in.nextString());
      default -> throw fault(TypedDataFault.WRONG_KIND);
    };
  }

  private static Map<String, Object> object(JsonReader in, int depth) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      try {
        if (members.put(name, value(in, depth + 1)) != null) {
          throw fault(TypedDataFault.DECLARED_TWICE);
        }
      } catch (InvalidTypedDataException wrong) {
        throw wrong.within(name);
      }
    }
    in.endObject();
    return members;
  }

  private static List<Object> array(JsonReader in, int depth) throws IOException {
    List<Object> items = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      items.add(value(in, depth + 1));
    }
    in.endArray();
    return items;
  }

  private static BigInteger integer(String literal) {
    int digits = literal.startsWith("-") ? literal.length() - 1 : literal.length();
    if (digits > MAX_DIGITS) {
      throw fault(TypedDataFault.OUT_OF_RANGE);
    }
    try {
      return new BigInteger(literal);
    } catch (NumberFormatException fraction) {
      throw fault(TypedDataFault.WRONG_KIND);
    }
  }

  private static InvalidTypedDataException fault(TypedDataFault fault) {
    return new InvalidTypedDataException(fault, "");
  }
}
