package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.sessionsettlement.controlplane.limit.Ticker;
import org.sessionsettlement.controlplane.ops.LocalTimeStep;
import org.sessionsettlement.controlplane.ops.LocalTimeStep.Session;
import org.sessionsettlement.controlplane.problem.Problem;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.RpcErrorException;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Moves the local chain's time, so that a newcomer sees a challenge window pass. Exists only where
 * the service's clock is the local chain's; no other chain has such a request.
 */
@RestController
final class LocalTimeController {
  private static final long MOST_ADVANCE_S = Duration.ofDays(90).toSeconds();

  /** A page does not wait for longer; it asks for the rest. */
  private static final Duration MOST_WALL_TIME = Duration.ofSeconds(3);

  private final TempoRpc rpc;
  private final LocalClockController clock;
  private final Supplier<List<Session>> sessions;
  private final Ticker ticker;

  /**
   * @param sessions those that wait for an outcome, asked anew before each step
   */
  LocalTimeController(
      TempoRpc rpc, LocalClockController clock, Supplier<List<Session>> sessions, Ticker ticker) {
    this.rpc = rpc;
    this.clock = clock;
    this.sessions = sessions;
    this.ticker = ticker;
  }

  record Advance(long advanceS) {}

  /** {@code leftS}: what remains to be moved, where a running session let time go on by steps. */
  record Moved(long nowMs, long leftS) {}

  @PostMapping("/local/time")
  synchronized Moved advance(@RequestBody Advance asked) {
    if (asked.advanceS() < 1 || asked.advanceS() > MOST_ADVANCE_S) {
      throw new Problem(ProblemCode.BAD_REQUEST, "advance_s is 1 to " + MOST_ADVANCE_S)
          .asException();
    }
    long nowSeconds = chainSeconds();
    long target = nowSeconds + asked.advanceS();
    long endNanos = ticker.nanos() + MOST_WALL_TIME.toNanos();
    var synced = clock.sync();
    while (nowSeconds < target && ticker.nanos() < endNanos) {
      moveTo(LocalTimeStep.next(nowSeconds, target, sessions.get()));
      synced = clock.sync();
      nowSeconds = chainSeconds();
    }
    return new Moved(synced.nowMs(), Math.max(0, target - nowSeconds));
  }

  private void moveTo(long unixSeconds) {
    try {
      rpc.request("evm_setNextBlockTimestamp", unixSeconds);
    } catch (RpcErrorException e) {
      // A block may have come in between, later than where we wanted to go: then we are there.
      if (chainSeconds() < unixSeconds) {
        throw e;
      }
    }
    rpc.request("evm_mine");
  }

  private long chainSeconds() {
    return rpc.block(BlockTag.LATEST).timestampSeconds();
  }
}
