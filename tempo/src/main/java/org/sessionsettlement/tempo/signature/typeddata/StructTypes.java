package org.sessionsettlement.tempo.signature.typeddata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/** The structs that a document declares, checked: every member is of a type that there is. */
final class StructTypes {
  private final Map<String, List<TypedField>> declared = new LinkedHashMap<>();
  private final Map<String, Struct> structs = new HashMap<>();
  private final Map<String, Hash32> typeHashes = new HashMap<>();

  /** A member, its type understood. */
  record Member(String name, FieldType type) {}

  /** A struct: its members in their order, and their names to look up. */
  record Struct(List<Member> members, Set<String> names) {}

  /**
   * Checks them.
   *
   * @throws InvalidTypedDataException for names or types that are none, twice there or not there
   */
  StructTypes(Map<String, List<TypedField>> types) {
    checkSize(types);
    types.forEach((name, fields) -> declared.put(name, List.copyOf(fields)));
    declared.forEach((name, fields) -> structs.put(name, checked(name, fields)));
  }

  private static void checkSize(Map<String, List<TypedField>> types) {
    long chars = 0;
    for (Map.Entry<String, List<TypedField>> type : types.entrySet()) {
      chars += type.getKey().length();
      for (TypedField field : type.getValue()) {
        chars += field.name().length() + field.type().length();
      }
    }
    if (types.size() > TypedDataLimits.MAX_STRUCTS || chars > TypedDataLimits.MAX_TYPE_CHARS) {
      throw new InvalidTypedDataException(TypedDataFault.TOO_LARGE, "types");
    }
  }

  private Struct checked(String struct, List<TypedField> fields) {
    if (!FieldTypes.isName(struct) || FieldTypes.atomic(struct).isPresent()) {
      throw new InvalidTypedDataException(TypedDataFault.MALFORMED_TYPE, "").within(struct);
    }
    Set<String> names = new HashSet<>();
    List<Member> checked = new ArrayList<>(fields.size());
    for (TypedField field : fields) {
      try {
        checked.add(checked(field, names));
      } catch (InvalidTypedDataException wrong) {
        throw wrong.within(field.name()).within(struct);
      }
    }
    return new Struct(List.copyOf(checked), Set.copyOf(names));
  }

  private Member checked(TypedField field, Set<String> names) {
    if (!FieldTypes.isName(field.name())) {
      throw new InvalidTypedDataException(TypedDataFault.MALFORMED_TYPE, "");
    }
    if (!names.add(field.name())) {
      throw new InvalidTypedDataException(TypedDataFault.DECLARED_TWICE, "");
    }
    FieldType type = FieldTypes.parse(field.type());
    if (type.structName().filter(struct -> !declared.containsKey(struct)).isPresent()) {
      throw new InvalidTypedDataException(TypedDataFault.UNKNOWN_TYPE, "");
    }
    return new Member(field.name(), type);
  }

  Struct struct(String name) {
    Struct found = structs.get(name);
    if (found == null) {
      throw new InvalidTypedDataException(TypedDataFault.UNKNOWN_TYPE, "").within(name);
    }
    return found;
  }

  /** The struct itself, then those that it refers to, sorted by name (EIP-712, encodeType). */
  String encodeType(String struct) {
    Set<String> referred = new TreeSet<>();
    collect(struct, referred);
    referred.remove(struct);
    StringBuilder text = new StringBuilder(one(struct));
    referred.forEach(name -> text.append(one(name)));
    return text.toString();
  }

  Hash32 typeHash(String struct) {
    return typeHashes.computeIfAbsent(struct, name -> Keccak256.hash(encodeType(name)));
  }

  /** No deeper than there are structs. */
  private void collect(String struct, Set<String> into) {
    if (into.add(struct)) {
      for (Member member : struct(struct).members()) {
        member.type().structName().ifPresent(name -> collect(name, into));
      }
    }
  }

  private String one(String struct) {
    List<TypedField> fields = declared.getOrDefault(struct, List.of());
    return fields.stream()
        .map(field -> field.type() + " " + field.name())
        .collect(Collectors.joining(",", struct + "(", ")"));
  }
}
