package org.sessionsettlement.tempo.signature.typeddata;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/**
 * hashStruct of EIP-712, for one document: it counts the values, so that data that refer to
 * themselves end.
 */
final class StructHasher {
  private final StructTypes types;
  private int values;

  StructHasher(StructTypes types) {
    this.types = types;
  }

  /** keccak256(typeHash || encodeData). */
  Hash32 hash(String struct, Map<?, ?> data) {
    return hash(struct, data, 0);
  }

  private Hash32 hash(String struct, Map<?, ?> data, int depth) {
    refuseExtra(types.struct(struct).names(), data);
    List<StructTypes.Member> members = types.struct(struct).members();
    byte[] encoded = new byte[(1 + members.size()) * AbiWords.WORD];
    types.typeHash(struct).bytes().copyTo(encoded, 0);
    int at = AbiWords.WORD;
    for (StructTypes.Member member : members) {
      System.arraycopy(member(member, data, depth), 0, encoded, at, AbiWords.WORD);
      at += AbiWords.WORD;
    }
    return Keccak256.hash(encoded);
  }

  private byte[] member(StructTypes.Member member, Map<?, ?> data, int depth) {
    try {
      if (!data.containsKey(member.name())) {
        throw new InvalidTypedDataException(TypedDataFault.MISSING_MEMBER, "");
      }
      return encode(member.type(), data.get(member.name()), depth + 1);
    } catch (InvalidTypedDataException wrong) {
      throw wrong.within(member.name());
    }
  }

  private byte[] encode(FieldType type, @Nullable Object value, int depth) {
    if (depth > TypedDataLimits.MAX_DEPTH) {
      throw new InvalidTypedDataException(TypedDataFault.TOO_DEEP, "");
    }
    if (++values > TypedDataLimits.MAX_VALUES) {
      throw new InvalidTypedDataException(TypedDataFault.TOO_LARGE, "");
    }
    if (type instanceof FieldType.Atomic atomic) {
      return atomic.encoder().encode(value);
    }
    if (type instanceof FieldType.Array array && value instanceof List<?> items) {
      return array(array, items, depth);
    }
    if (type instanceof FieldType.Struct struct && value instanceof Map<?, ?> data) {
      return hash(struct.name(), data, depth).toArray();
    }
    throw new InvalidTypedDataException(TypedDataFault.WRONG_KIND, "");
  }

  private byte[] array(FieldType.Array type, List<?> items, int depth) {
    if (type.length().orElse(items.size()) != items.size()) {
      throw new InvalidTypedDataException(TypedDataFault.WRONG_LENGTH, "");
    }
    if (items.size() > TypedDataLimits.MAX_VALUES) {
      throw new InvalidTypedDataException(TypedDataFault.TOO_LARGE, "");
    }
    byte[] encoded = new byte[items.size() * AbiWords.WORD];
    int i = 0;
    for (Object item : items) {
      System.arraycopy(
          item(type.element(), item, i, depth), 0, encoded, i * AbiWords.WORD, AbiWords.WORD);
      i++;
    }
    return Keccak256.hash(encoded).toArray();
  }

  private byte[] item(FieldType type, @Nullable Object value, int index, int depth) {
    try {
      return encode(type, value, depth + 1);
    } catch (InvalidTypedDataException wrong) {
      throw wrong.within("[" + index + "]");
    }
  }

  private static void refuseExtra(Set<String> names, Map<?, ?> data) {
    for (Object name : data.keySet()) {
      if (!(name instanceof String text) || !names.contains(text)) {
        throw new InvalidTypedDataException(TypedDataFault.EXTRA_MEMBER, "")
            .within(String.valueOf(name));
      }
    }
  }
}
