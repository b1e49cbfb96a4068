package org.sessionsettlement.controlplane.notice;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import org.sessionsettlement.controlplane.notice.Deliveries.Claimed;
import org.sessionsettlement.controlplane.notice.Deliveries.End;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due by one channel: claims, sends, marks. Whoever dies between sending and marking
 * leaves a claim that ends, and the same notice goes out again under the same id.
 */
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /** Sent side by side, so that one that is slow holds up few. */
  private static final int BATCH = 8;

  private static final int BATCHES_A_TICK = 50;

  private final Deliveries deliveries;
  private final Channel channel;
  private final Courier courier;
  private final NoticeMeters meters;
  private final InstantSource clock;

  public Dispatcher(
      Deliveries deliveries,
      Channel channel,
      Courier courier,
      NoticeMeters meters,
      InstantSource clock) {
    this.deliveries = deliveries;
    this.channel = channel;
    this.courier = courier;
    this.meters = meters;
    this.clock = clock;
  }

  /** Sends what is due, within bounds. */
  public void tick() {
    for (int i = 0; i < BATCHES_A_TICK; i++) {
      var claimed = deliveries.claim(channel, BATCH, clock.millis());
      if (claimed.isEmpty()) {
        return;
      }
      sendAll(claimed);
    }
  }

  private void sendAll(List<Claimed> claimed) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      claimed.forEach(one -> threads.execute(() -> send(one)));
    }
  }

  /** What goes wrong here ends with the claim, and is tried again then. */
  private void send(Claimed claimed) {
    try {
      mark(claimed, courier.deliver(claimed.body(), claimed.wallet()));
    } catch (RuntimeException e) {
      LOG.warn("notice {} by {} waits for its claim to end", claimed.number(), channel.text(), e);
    }
  }

  private void mark(Claimed claimed, Courier.Result result) {
    switch (result) {
      case Courier.Result.Done() -> end(claimed, End.DONE, "");
      case Courier.Result.Dropped(var reason) -> end(claimed, End.DROPPED, reason);
      case Courier.Result.Failed(var reason) when RetryRule.isOver(claimed.attempts()) -> {
        LOG.warn("notice {} by {} is given up: {}", claimed.number(), channel.text(), reason);
        end(claimed, End.GAVE_UP, reason);
      }
      case Courier.Result.Failed(var reason) -> {
        count("failed");
        long pauseMs = RetryRule.pause(claimed.attempts()).toMillis();
        deliveries.again(claimed, clock.millis() + pauseMs, reason);
      }
    }
  }

  private void end(Claimed claimed, End end, String note) {
    deliveries.end(claimed, end, note);
    count(end.text());
  }

  private void count(String result) {
    meters.attempted(channel, result);
  }
}
