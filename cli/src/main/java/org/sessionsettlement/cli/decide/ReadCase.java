package org.sessionsettlement.cli.decide;

import org.sessionsettlement.rules.Facts;

/** What a line of input turned out to be. */
sealed interface ReadCase {

  /** A rulebook case. */
  record Case(Facts facts) implements ReadCase {}

  /**
   * Something else.
   *
   * @param message what is wrong, and where
   */
  record Bad(Fault fault, String message) implements ReadCase {}

  /** What can be wrong with a line. */
  enum Fault {
    EMPTY_LINE("empty_line"),
    LINE_TOO_LONG("line_too_long"),
    NOT_UTF_8("not_utf8"),
    MALFORMED_JSON("malformed_json"),
    MISSING_MEMBER("missing_member"),
    WRONG_TYPE("wrong_type"),
    NOT_AN_INTEGER("not_an_integer"),
    OUT_OF_RANGE("out_of_range"),
    BAD_INTERVAL("bad_interval");

    private final String code;

    Fault(String code) {
      this.code = code;
    }

    /** Its stable code in JSON. */
    String code() {
      return code;
    }
  }
}
