package org.sessionsettlement.controlplane.problem;

import org.jspecify.annotations.Nullable;

/** Reads the whole numbers that callers give in a query. */
public final class WholeNumber {
  private WholeNumber() {}

  /**
   * The number, or another where none was given.
   *
   * @throws ProblemException {@code bad_request} for what is none, or out of bounds
   */
  public static long read(
      String name, @Nullable String text, long otherwise, long least, long most) {
    if (text == null) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one answer that both mistakes deserve.
    }
    String detail = name + " is a whole number from " + least + " to " + most;
    throw new Problem(ProblemCode.BAD_REQUEST, detail).asException();
  }
}
