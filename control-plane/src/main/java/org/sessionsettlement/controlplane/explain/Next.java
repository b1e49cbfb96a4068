package org.sessionsettlement.controlplane.explain;

import java.util.OptionalLong;

/**
 * What happens next to a booking.
 *
 * @param what in plain words
 * @param atSeconds from when, unix seconds; empty where nothing is left or no time is known
 */
record Next(String what, OptionalLong atSeconds) {
  static Next at(long seconds, String what) {
    return new Next(what, OptionalLong.of(seconds));
  }

  static Next soon(String what) {
    return new Next(what, OptionalLong.empty());
  }
}
