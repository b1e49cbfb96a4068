package org.sessionsettlement.tempo.signature.typeddata;

/** How much is taken, so that a hostile document costs neither time nor memory. */
public final class TypedDataLimits {
  /** Characters of a JSON document: 1 Mi. */
  public static final int MAX_JSON_CHARS = 1 << 20;

  /** Characters of the names of structs, and of the names and types of members, together: 64 Ki. */
  public static final int MAX_TYPE_CHARS = 1 << 16;

  /** Structs that a document declares. */
  public static final int MAX_STRUCTS = 128;

  /** Structs and arrays inside each other. */
  public static final int MAX_DEPTH = 32;

  /** Atomic values, structs and arrays, together. */
  public static final int MAX_VALUES = 100_000;

  private TypedDataLimits() {}
}
