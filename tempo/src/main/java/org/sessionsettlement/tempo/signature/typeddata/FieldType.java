package org.sessionsettlement.tempo.signature.typeddata;

import java.util.Optional;
import java.util.OptionalInt;

/** The type of a member. */
sealed interface FieldType {
  /** A type whose values become one word each. */
  record Atomic(AtomicEncoder encoder) implements FieldType {}

  /** A struct, by its name. */
  record Struct(String name) implements FieldType {}

  /**
   * An array.
   *
   * @param length empty for one of any length
   */
  record Array(FieldType element, OptionalInt length) implements FieldType {}

  /** The struct at the bottom of it, if there is one: what encodeType has to explain. */
  default Optional<String> structName() {
    if (this instanceof Array array) {
      return array.element().structName();
    }
    return this instanceof Struct struct ? Optional.of(struct.name()) : Optional.empty();
  }
}
