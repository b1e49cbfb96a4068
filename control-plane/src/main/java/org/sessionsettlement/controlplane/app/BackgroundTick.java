package org.sessionsettlement.controlplane.app;

import java.time.Duration;

/**
 * Work done again and again while the service runs. A tick does what is due and returns; what it
 * throws is logged once per change of state, and it is called again.
 *
 * @param name for logs and metrics, for example {@code lease-sweep}
 * @param every pause between the end of one call and the start of the next
 * @param bell rung to end the pause: there is something to do
 */
public record BackgroundTick(String name, Duration every, Runnable work, Bell bell) {
  /** One that nobody wakes. */
  public BackgroundTick(String name, Duration every, Runnable work) {
    this(name, every, work, new Bell());
  }
}
