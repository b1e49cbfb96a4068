package org.sessionsettlement.client.call;

import java.util.OptionalLong;

/** How long a call has lasted: from the first time that media flowed until it was over. */
final class TalkTime {
  private OptionalLong fromMs = OptionalLong.empty();
  private OptionalLong untilMs = OptionalLong.empty();

  synchronized void see(CallPhase phase, long nowMs) {
    if (phase instanceof CallPhase.Connected && fromMs.isEmpty()) {
      fromMs = OptionalLong.of(nowMs);
    }
    boolean over = phase instanceof CallPhase.Ended || phase instanceof CallPhase.Failed;
    if (over && untilMs.isEmpty()) {
      untilMs = OptionalLong.of(nowMs);
    }
  }

  synchronized long millis(long nowMs) {
    return fromMs.isPresent() ? untilMs.orElse(nowMs) - fromMs.getAsLong() : 0;
  }
}
