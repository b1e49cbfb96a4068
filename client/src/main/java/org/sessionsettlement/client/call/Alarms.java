package org.sessionsettlement.client.call;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A call's timers: one of a kind at a time. Used in the mailbox only. */
final class Alarms {
  private final CallScheduler scheduler;
  private final Executor mailbox;
  private final Consumer<CallTimer> onTime;
  private final Map<CallTimer, CallScheduler.Alarm> alarms = new EnumMap<>(CallTimer.class);
  private final Map<CallTimer, Object> running = new EnumMap<>(CallTimer.class);

  Alarms(CallScheduler scheduler, Executor mailbox, Consumer<CallTimer> onTime) {
    this.scheduler = scheduler;
    this.mailbox = mailbox;
    this.onTime = onTime;
  }

  void start(CallTimer timer, long millis) {
    stop(timer);
    Object token = new Object();
    running.put(timer, token);
    alarms.put(timer, scheduler.after(millis, () -> mailbox.execute(() -> ring(timer, token))));
  }

  void stop(CallTimer timer) {
    running.remove(timer);
    CallScheduler.Alarm alarm = alarms.remove(timer);
    if (alarm != null) {
      alarm.cancel();
    }
  }

  /** One that was stopped after it rang but before it was heard is not heard. */
  private void ring(CallTimer timer, Object token) {
    if (Objects.equals(running.get(timer), token)) {
      running.remove(timer);
      alarms.remove(timer);
      onTime.accept(timer);
    }
  }
}
