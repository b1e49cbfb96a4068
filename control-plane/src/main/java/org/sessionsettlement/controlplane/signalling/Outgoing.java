package org.sessionsettlement.controlplane.signalling;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * What waits for one client: sent one after the other, without anybody waiting for it, up to a
 * bound. Closing comes when all before it is sent, or at once where the client does not take it.
 */
final class Outgoing {
  /** In characters; a client that has so much to read has stopped reading. */
  static final int MOST_WAITING = 256 * 1024;

  private final Line line;
  private final Queue<String> waiting = new ArrayDeque<>();
  private int waitingChars;
  private boolean isSending;
  private boolean isDraining;
  private boolean isClosing;
  private CloseCode closeCode = CloseCode.TOO_SLOW;

  /** The way to the client; neither method waits. */
  interface Line {
    /** Sends it and tells once, on this thread or another, whether that went well. */
    void send(String frame, Consumer<Boolean> done);

    void close(CloseCode code);
  }

  Outgoing(Line line) {
    this.line = line;
  }

  synchronized void send(String frame) {
    if (isClosing) {
      return;
    }
    if (waitingChars + frame.length() > MOST_WAITING) {
      giveUp();
      return;
    }
    waiting.add(frame);
    waitingChars += frame.length();
    drain();
  }

  /** After this nothing more is taken. */
  synchronized void close(CloseCode code) {
    if (!isClosing) {
      isClosing = true;
      closeCode = code;
      drain();
    }
  }

  /** A loop and no recursion: what is sent at once tells so from within its sending. */
  private void drain() {
    if (isDraining) {
      return;
    }
    isDraining = true;
    while (!isSending && !waiting.isEmpty()) {
      var next = waiting.remove();
      waitingChars -= next.length();
      isSending = true;
      line.send(next, this::sent);
    }
    isDraining = false;
    if (isClosing && !isSending) {
      line.close(closeCode);
    }
  }

  private synchronized void sent(boolean well) {
    isSending = false;
    if (well) {
      drain();
    } else {
      giveUp();
    }
  }

  private void giveUp() {
    isClosing = true;
    waiting.clear();
    waitingChars = 0;
    line.close(CloseCode.TOO_SLOW);
  }
}
