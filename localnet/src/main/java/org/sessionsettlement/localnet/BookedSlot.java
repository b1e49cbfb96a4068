package org.sessionsettlement.localnet;

/**
 * A slot with a booking that still waits for its outcome.
 *
 * @param startSeconds unix seconds
 * @param endSeconds unix seconds, start + duration
 */
public record BookedSlot(long startSeconds, long endSeconds) {
  public BookedSlot {
    if (endSeconds <= startSeconds) {
      throw new IllegalArgumentException("a slot must end after it starts");
    }
  }
}
