package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.Await;

class BackgroundTicksTest {
  private static final Duration SOON = Duration.ofMillis(1);

  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  @Test
  void goOnAfterWhateverATickThrows() {
    var failing =
        new BackgroundTick(
            "failing",
            SOON,
            () -> {
              if (calls.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("expected by this test");
              }
              throw new AssertionError("expected by this test");
            });
    var ticks = BackgroundTicks.start(List.of(failing), tick -> failures.incrementAndGet());
    Await.until("five calls", () -> calls.get() >= 5);
    ticks.close();
    assertThat(failures.get()).isEqualTo(calls.get()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void doNotWaitForOneThatHangs() {
    var release = new CountDownLatch(1);
    var hanging = new BackgroundTick("hanging", SOON, () -> await(release));
    var liveness = new BackgroundTick("liveness", SOON, calls::incrementAndGet);
    var ticks = BackgroundTicks.start(List.of(hanging, hanging, hanging, liveness), tick -> {});
    Await.until("liveness", () -> calls.get() >= 3);
    release.countDown();
    ticks.close();
    assertThat(calls.get()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void areCalledBeforeTheirPauseIsOverOnceTheirBellIsRung() {
    var bell = new Bell();
    var rare = new BackgroundTick("rare", Duration.ofDays(1), calls::incrementAndGet, bell);
    var ticks = BackgroundTicks.start(List.of(rare), tick -> {});
    Await.until("the first call", () -> calls.get() == 1);
    bell.ring();
    Await.until("a second", () -> calls.get() == 2);
    ticks.close();
    assertThat(calls).hasValue(2);
  }

  @Test
  void stopWhenClosed() {
    var ticks =
        BackgroundTicks.start(
            List.of(new BackgroundTick("tick", SOON, calls::incrementAndGet)), tick -> {});
    Await.until("a call", () -> calls.get() > 0);
    ticks.close();
    int afterwards = calls.get();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("tick-") && thread.isAlive());
    assertThat(calls).hasValue(afterwards);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
