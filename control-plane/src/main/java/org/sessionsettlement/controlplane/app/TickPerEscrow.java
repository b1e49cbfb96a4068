package org.sessionsettlement.controlplane.app;

import java.util.List;
import java.util.function.Function;

/** Ticks of which there is one a served escrow. */
record TickPerEscrow(List<BackgroundTick> ticks) {
  static <T> TickPerEscrow of(List<T> parts, Function<T, BackgroundTick> tick) {
    return new TickPerEscrow(parts.stream().map(tick).toList());
  }
}
