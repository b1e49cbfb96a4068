package org.sessionsettlement.tempo.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.rpc.Log;

/**
 * The events of one kind of contract, by their topics. Whether a log came from the right contract
 * is for the caller to ask.
 */
public final class EventTable<E> {
  private final Map<Hash32, EventShape<E>> shapes;

  /** A table of these shapes. */
  public EventTable(List<EventShape<E>> shapes) {
    this.shapes = shapes.stream().collect(Collectors.toMap(EventShape::topic, Function.identity()));
  }

  /** The first topics of all its events. */
  public Set<Hash32> topics() {
    return shapes.keySet();
  }

  /**
   * The event of a log; empty for a topic that is not in the table and for a log that has the topic
   * and not the shape: anybody may emit a topic, ERC-721's Transfer is TIP-20's with another
   * indexing.
   */
  public Optional<E> decode(Log log) {
    return log.topics().stream()
        .findFirst()
        .map(shapes::get)
        .filter(shape -> shape.fits(log))
        .flatMap(shape -> read(shape, log));
  }

  private static <E> Optional<E> read(EventShape<E> shape, Log log) {
    try {
      return Optional.of(shape.read().apply(new EventWords(log)));
    } catch (IndexOutOfBoundsException | ArithmeticException malformed) {
      return Optional.empty();
    }
  }
}
