package org.sessionsettlement.tempo.rpc;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets only so many requests be under way at once; the others wait in order, for a while. */
final class BoundedTransport implements HttpTransport {
  private final HttpTransport transport;
  private final Duration wait;
  private final Semaphore places;

  BoundedTransport(HttpTransport transport, RpcLimits limits) {
    this.transport = transport;
    this.wait = limits.inFlightWait();
    this.places = new Semaphore(limits.maxInFlight(), true);
  }

  @Override
  public Answer post(String json) throws IOException {
    takePlace();
    try {
      return transport.post(json);
    } finally {
      places.release();
    }
  }

  @Override
  public Answer post(String json, Duration atMost) throws IOException {
    takePlace();
    try {
      return transport.post(json, atMost);
    } finally {
      places.release();
    }
  }

  private void takePlace() {
    try {
      if (!places.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new RpcBusyException("too many requests under way for " + wait.toMillis() + " ms");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RpcBusyException("interrupted while waiting for a turn");
    }
  }
}
