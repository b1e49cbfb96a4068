package org.sessionsettlement.controlplane.limit;

/** A time that only measures: nanoseconds from any origin, never backwards. */
@FunctionalInterface
public interface Ticker {
  long nanos();
}
