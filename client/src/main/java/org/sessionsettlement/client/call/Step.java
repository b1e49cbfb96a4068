package org.sessionsettlement.client.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * What follows from an event.
 *
 * @param effects to perform in this order
 */
record Step(CallState state, List<CallEffect> effects) {

  static Step to(CallState state, CallEffect... effects) {
    return new Step(state, List.of(effects));
  }

  /** Goes on from here. */
  Step then(Function<CallState, Step> further) {
    Step next = further.apply(state);
    List<CallEffect> all = new ArrayList<>(effects);
    all.addAll(next.effects());
    return new Step(next.state(), Collections.unmodifiableList(all));
  }
}
