package org.sessionsettlement.client;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.MalformedAnswerException;

/** JSON in and out of the service's HTTP interface. */
final class Json {
  private static final JsonAdapter<Object> ANY = new Moshi.Builder().build().adapter(Object.class);

  private Json() {}

  static String write(Map<String, ?> members) {
    return ANY.toJson(members);
  }

  static String text(ApiTransport.Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /**
   * Reads the whole answer as one JSON value.
   *
   * @throws MalformedAnswerException when it is no JSON
   */
  static JsonValue read(ApiTransport.Response response) {
    return JsonValue.parse(text(response));
  }

  static Optional<String> optionalText(JsonValue object, String name) {
    return object.get(name).ifPresent().map(JsonValue::text);
  }

  static Optional<Long> optionalNumber(JsonValue object, String name) {
    return object.get(name).ifPresent().map(JsonValue::number);
  }
}
