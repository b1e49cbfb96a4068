package org.sessionsettlement.tempo.rpc.stream;

import java.util.concurrent.atomic.AtomicBoolean;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * Follows the chain's heads, and logs if wanted, without a gap: pushed over a WebSocket, and read
 * where a push is missing. A connection that breaks, or says nothing while there are new blocks, is
 * replaced; what was missed meanwhile is told first, in order and once.
 *
 * <p>Each block told is the child of the one before, and its logs are read by its hash: a node that
 * is behind delays events and never changes them.
 */
public final class ChainStream implements AutoCloseable {
  private final Thread thread;
  private final WebSockets sockets;
  private final AtomicBoolean stopped;

  private ChainStream(StreamLoop loop, WebSockets sockets, AtomicBoolean stopped) {
    this.sockets = sockets;
    this.stopped = stopped;
    this.thread = new Thread(loop, "tempo-stream");
    thread.setDaemon(true);
  }

  /**
   * Starts to follow.
   *
   * @param rpc where blocks and logs are read
   * @param sockets where heads are pushed; closed together with the stream
   */
  public static ChainStream start(
      TempoRpc rpc, WebSockets sockets, StreamSettings settings, ChainListener listener) {
    AtomicBoolean stopped = new AtomicBoolean();
    ChainListener guarded = guarded(listener, stopped);
    ChainFollower follower =
        new ChainFollower(ChainReads.of(rpc, settings.logs()), guarded, settings);
    StreamLoop loop = new StreamLoop(sockets, follower, settings, guarded, stopped::get);
    ChainStream stream = new ChainStream(loop, sockets, stopped);
    stream.thread.start();
    return stream;
  }

  /** Told nothing once the stream is closed; its own trouble with a node is not the stream's. */
  private static ChainListener guarded(ChainListener listener, AtomicBoolean stopped) {
    return event -> {
      try {
        if (!stopped.get()) {
          listener.on(event);
        }
      } catch (RpcException itsOwn) {
        throw new IllegalStateException("the listener failed", itsOwn);
      }
    };
  }

  /**
   * Breaks off the connection, interrupts the listener and waits for it to return from what it is
   * at. Nothing is told any more. The listener may call it too.
   */
  @Override
  public void close() {
    stopped.set(true);
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive() && Thread.currentThread() != thread) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    sockets.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
