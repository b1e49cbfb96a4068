package org.sessionsettlement.cli.stack;

import java.util.ArrayDeque;

/** Closes what was opened, the last first; a failure does not keep the others open. */
public final class Closers implements AutoCloseable {
  private final ArrayDeque<AutoCloseable> opened = new ArrayDeque<>();

  /** To be closed before what was added before it. */
  public synchronized <T extends AutoCloseable> T add(T resource) {
    opened.push(resource);
    return resource;
  }

  @Override
  public synchronized void close() {
    RuntimeException failure = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        StackException closing =
            new StackException("not everything ended cleanly: " + e.getMessage(), e);
        if (failure == null) {
          failure = closing;
        } else {
          failure.addSuppressed(closing);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
