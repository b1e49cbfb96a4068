package org.sessionsettlement.tempo.signature.typeddata;

/** What can be wrong with typed data. */
public enum TypedDataFault {
  NO_JSON("no JSON document of typed data"),
  TOO_LARGE("larger than is taken"),
  TOO_DEEP("nested too deep, or in a circle"),
  MALFORMED_TYPE("not a type or a name of EIP-712"),
  UNKNOWN_TYPE("of a type that is not declared"),
  DECLARED_TWICE("declared twice"),
  MISSING_MEMBER("missing"),
  EXTRA_MEMBER("not a member of its struct"),
  WRONG_KIND("not a value of its type"),
  OUT_OF_RANGE("out of the range of its type"),
  WRONG_LENGTH("not of the length of its type");

  private final String reason;

  TypedDataFault(String reason) {
    this.reason = reason;
  }

  /** In words. */
  public String reason() {
    return reason;
  }
}
