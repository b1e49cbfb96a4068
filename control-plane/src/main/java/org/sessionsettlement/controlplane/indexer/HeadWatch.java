package org.sessionsettlement.controlplane.indexer;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.rpc.stream.ChainEvent;
import org.sessionsettlement.tempo.rpc.stream.ChainStream;
import org.sessionsettlement.tempo.rpc.stream.StreamSettings;
import org.sessionsettlement.tempo.rpc.stream.WebSockets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes somebody when the node pushes a new head. It is a knock at the door and nothing else: what
 * there is, whoever wakes asks the chain; and whoever is not woken looks by and by.
 */
public final class HeadWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);

  private final TempoRpc rpc;
  private final Supplier<WebSockets> sockets;
  private final Runnable wake;
  private @Nullable ChainStream stream;
  private volatile boolean over;

  /**
   * @param sockets opens what one stream uses and closes
   * @param wake what it throws is for its own regular runs to report
   */
  public HeadWatch(TempoRpc rpc, Supplier<WebSockets> sockets, Runnable wake) {
    this.rpc = rpc;
    this.sockets = sockets;
    this.wake = wake;
  }

  /** Starts, or starts again after a stream gave up; to be called again and again. */
  public synchronized void ensureStarted() {
    if (over && stream != null) {
      stream.close();
      stream = null;
    }
    if (stream == null) {
      over = false;
      stream = ChainStream.start(rpc, sockets.get(), StreamSettings.HEADS, this::on);
    }
  }

  private void on(ChainEvent event) {
    switch (event) {
      case ChainEvent.Head _, ChainEvent.ReorgedTo _ -> wakeUp();
      case ChainEvent.Interrupted(var why) -> LOG.warn("new heads are not pushed: {}", why);
      case ChainEvent.Resumed() -> LOG.info("new heads are pushed again");
      case ChainEvent.Ended(var why) -> {
        LOG.warn("new heads are not pushed until this starts again: {}", why);
        over = true;
      }
      case ChainEvent.LogAdded _, ChainEvent.LogRemoved _ -> {}
    }
  }

  private void wakeUp() {
    try {
      wake.run();
    } catch (RuntimeException e) {
      LOG.debug("woken in vain", e);
    }
  }

  @Override
  public synchronized void close() {
    if (stream != null) {
      stream.close();
      stream = null;
    }
  }
}
