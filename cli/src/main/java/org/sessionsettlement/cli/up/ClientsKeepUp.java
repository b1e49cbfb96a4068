package org.sessionsettlement.cli.up;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.sessionsettlement.cli.stack.ServiceClock.Followed;
import org.sessionsettlement.cli.stack.StackException;
import org.sessionsettlement.localnet.Step;
import org.sessionsettlement.localnet.StepBarrier;

/**
 * Lets time move on only once every connected client has sent a heartbeat since. Clients beat by
 * their own clocks, every five seconds; one that is gone does not hold time up for longer than its
 * lease.
 */
final class ClientsKeepUp implements StepBarrier {
  static final long HEARTBEAT_MS = 5_000;
  static final int MAX_LOOKS = 300;

  private static final long LOOK_EVERY_MS = 100;

  private final Supplier<Followed> service;
  private final Runnable pause;

  ClientsKeepUp(Supplier<Followed> service) {
    this(service, ClientsKeepUp::pause);
  }

  ClientsKeepUp(Supplier<Followed> service, Runnable pause) {
    this.service = service;
    this.pause = pause;
  }

  @Override
  public void await(Step step) {
    Followed followed = service.get();
    for (int look = 0; step.live() && look < MAX_LOOKS && isAwaited(followed); look++) {
      pause.run();
      followed = service.get();
    }
  }

  private static boolean isAwaited(Followed followed) {
    Optional<Long> oldest = followed.oldestHeartbeatMs();
    return oldest.isPresent() && oldest.get() < followed.nowMs() - HEARTBEAT_MS;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted");
    }
  }
}
