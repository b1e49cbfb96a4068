package org.sessionsettlement.tempo.signature.typeddata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads types, primaryType, domain and message; other members are not looked at. */
final class TypedDataJson {
  private TypedDataJson() {}

  static TypedData read(String json) {
    Map<?, ?> document = object(JsonTree.read(json), "");
    String primaryType = text(required(document, "primaryType"), "primaryType");
    return TypedData.of(
        types(object(required(document, "types"), "types")),
        primaryType,
        object(required(document, "domain"), "domain"),
        message(document, primaryType));
  }

  private static Map<?, ?> message(Map<?, ?> document, String primaryType) {
    boolean optional = primaryType.equals(TypedDataDomain.STRUCT);
    return optional && !document.containsKey("message")
        ? Map.of()
        : object(required(document, "message"), "message");
  }

  private static Map<String, List<TypedField>> types(Map<?, ?> json) {
    Map<String, List<TypedField>> types = new LinkedHashMap<>();
    json.forEach((name, fields) -> types.put(String.valueOf(name), fields(fields)));
    return types;
  }

  private static List<TypedField> fields(Object json) {
    if (!(json instanceof List<?> items)) {
      throw wrongKind("types");
    }
    List<TypedField> fields = new ArrayList<>(items.size());
    for (Object item : items) {
      Map<?, ?> field = object(item, "types");
      fields.add(
          new TypedField(
              text(required(field, "name"), "name"), text(required(field, "type"), "type")));
    }
    return fields;
  }

  private static Object required(Map<?, ?> object, String name) {
    Object value = object.get(name);
    if (value == null) {
      throw new InvalidTypedDataException(TypedDataFault.MISSING_MEMBER, name);
    }
    return value;
  }

  private static Map<?, ?> object(Object value, String place) {
    if (value instanceof Map<?, ?> members) {
      return members;
    }
    throw wrongKind(place);
  }

  private static String text(Object value, String place) {
    if (value instanceof String text) {
      return text;
    }
    throw wrongKind(place);
  }

  private static InvalidTypedDataException wrongKind(String place) {
    return new InvalidTypedDataException(TypedDataFault.WRONG_KIND, place);
  }
}
