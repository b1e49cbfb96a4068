package org.sessionsettlement.controlplane.ops;

import java.util.function.Supplier;

/**
 * One thing the service cannot do its work without.
 *
 * @param name for example {@code database}
 * @param check says in a few words how it is; what it throws means that it is not ready
 */
public record HealthProbe(String name, Supplier<String> check) {
  /** How it is now. */
  public record Result(boolean ready, String detail) {}

  Result now() {
    try {
      return new Result(true, check.get());
    } catch (RuntimeException e) {
      // Messages may name servers and users: the log has them, this page has only the kind.
      return new Result(false, e.getClass().getSimpleName());
    }
  }
}
