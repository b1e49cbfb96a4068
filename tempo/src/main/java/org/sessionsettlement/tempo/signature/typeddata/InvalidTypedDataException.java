package org.sessionsettlement.tempo.signature.typeddata;

/**
 * Data that EIP-712 cannot encode. The message says what is wrong and where, and does not repeat
 * values.
 */
public final class InvalidTypedDataException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_CHARS = 64;

  private final TypedDataFault fault;
  private final String place;

  InvalidTypedDataException(TypedDataFault fault, String place) {
    super((place.isEmpty() ? "typed data: " : place + ": ") + fault.reason());
    this.fault = fault;
    this.place = place;
  }

  /** The same fault, seen from the value around it. */
  InvalidTypedDataException within(String outer) {
    boolean joined = place.isEmpty() || place.startsWith("[");
    String shown = outer.substring(0, Math.min(outer.length(), SHOWN_CHARS));
    return new InvalidTypedDataException(fault, shown + (joined ? "" : ".") + place);
  }

  /** What is wrong. */
  public TypedDataFault fault() {
    return fault;
  }

  /** Where: {@code message.to[2].wallet}; empty for the whole. */
  public String place() {
    return place;
  }
}
