package org.sessionsettlement.controlplane.live;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an event is on the chain, and so in a stream: {@code <block>.<log index>}.
 *
 * @param block its number
 * @param logIndex of the event in its block; -1 before all of them
 */
record Position(long block, long logIndex) implements Comparable<Position> {
  static final Position BEFORE_ALL = new Position(-1, -1);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\.(\\d{1,9})");
  private static final Comparator<Position> ORDER =
      Comparator.comparingLong(Position::block).thenComparingLong(Position::logIndex);

  /** Empty where it is none of ours. */
  static Optional<Position> parse(String text) {
    var match = TEXT.matcher(text);
    return match.matches()
        ? Optional.of(new Position(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return Math.max(0, block) + "." + Math.max(0, logIndex);
  }
}
