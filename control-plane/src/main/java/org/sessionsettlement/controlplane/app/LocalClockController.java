package org.sessionsettlement.controlplane.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.ops.ChainClock;
import org.sessionsettlement.controlplane.ops.LivenessRecorder;
import org.sessionsettlement.controlplane.session.LeaseSweep;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets whoever moves the local chain's time tell the service at once, so that moved time is watched
 * time. Exists only where the service's clock is the local chain's.
 */
@RestController
final class LocalClockController {
  private final ChainClock clock;
  private final LivenessRecorder liveness;
  private final LeaseSweep sweep;
  private final List<Runnable> meanwhile;

  /**
   * @param meanwhile what would have run in the time that was moved over, in this order
   */
  LocalClockController(
      ChainClock clock, LivenessRecorder liveness, LeaseSweep sweep, List<Runnable> meanwhile) {
    this.clock = clock;
    this.liveness = liveness;
    this.sweep = sweep;
    this.meanwhile = List.copyOf(meanwhile);
  }

  /**
   * The clock after it followed; the oldest heartbeat tells whoever moves time whether every
   * connected client has kept up.
   */
  record SyncedJson(long nowMs, long block, @Nullable Long oldestHeartbeatMs) {}

  @PostMapping("/local/clock/sync")
  SyncedJson sync() {
    var head = clock.sync();
    liveness.tick();
    sweep.tick();
    meanwhile.forEach(Runnable::run);
    return new SyncedJson(
        clock.millis(), head.number(), sweep.oldestOpenHeartbeatMs().orElse(null));
  }
}
