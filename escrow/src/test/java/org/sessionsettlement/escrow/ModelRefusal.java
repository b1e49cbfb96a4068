package org.sessionsettlement.escrow;

/** The model refuses, for a reason: a revert string, a token's error, or empty. */
final class ModelRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String reason;

  private ModelRefusal(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  static void unless(boolean fine, String reason) {
    if (!fine) {
      throw new ModelRefusal(reason);
    }
  }
}
