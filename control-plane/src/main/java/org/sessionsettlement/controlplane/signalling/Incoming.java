package org.sessionsettlement.controlplane.signalling;

import java.util.Optional;
import org.sessionsettlement.controlplane.limit.Ticker;

/** Puts the parts of one socket's frames together, within bounds of size and rate. */
final class Incoming {
  static final int MAX_FRAME_CHARS = 64 * 1024;
  static final int FRAMES_AT_ONCE = 120;
  static final int FRAMES_PER_SECOND = 30;
  static final int CHARS_AT_ONCE = 512 * 1024;
  static final int CHARS_PER_SECOND = 64 * 1024;

  private final Allowance frames;
  private final Allowance chars;
  private StringBuilder parts = new StringBuilder(0);

  Incoming(Ticker ticker) {
    this.frames = new Allowance(FRAMES_AT_ONCE, FRAMES_PER_SECOND, ticker);
    this.chars = new Allowance(CHARS_AT_ONCE, CHARS_PER_SECOND, ticker);
  }

  /** What a part brought. */
  sealed interface Result {
    record Frame(String text) implements Result {}

    record NotYet() implements Result {}

    record TooMuch(CloseCode code) implements Result {}
  }

  Result part(String text, boolean isLast) {
    return refusal(text, isLast)
        .<Result>map(Result.TooMuch::new)
        .orElseGet(() -> isLast ? new Result.Frame(whole(text)) : keep(text));
  }

  private Optional<CloseCode> refusal(String text, boolean isLast) {
    if (parts.length() + text.length() > MAX_FRAME_CHARS) {
      return Optional.of(CloseCode.FRAME_TOO_LARGE);
    }
    boolean isAllowed = chars.take(text.length()) && (!isLast || frames.take(1));
    return isAllowed ? Optional.empty() : Optional.of(CloseCode.TOO_MUCH);
  }

  private Result keep(String text) {
    parts.append(text);
    return new Result.NotYet();
  }

  private String whole(String last) {
    if (parts.isEmpty()) {
      return last;
    }
    String text = parts.append(last).toString();
    // A socket lives for hours and says little after its offer: nothing big stays behind.
    parts = new StringBuilder(0);
    return text;
  }
}
