package org.sessionsettlement.escrow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.rpc.Log;

/**
 * Understands the logs of an escrow. Whether a log came from the right contract is for the caller
 * to ask for.
 */
public final class EscrowEvents {
  private static final Map<Hash32, EventShape> SHAPES =
      EventShapes.ALL.stream().collect(Collectors.toMap(EventShape::topic, shape -> shape));

  private EscrowEvents() {}

  /**
   * The event of a log; empty for a topic that is no event of SessionEscrowV1.
   *
   * @throws MalformedEventException when the topic is known and the rest does not fit it
   */
  public static Optional<EscrowEvent> decode(Log log) {
    if (log.topics().isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(SHAPES.get(log.topics().get(0))).map(shape -> shape.decode(log));
  }

  /** The first topics of all events. */
  public static Set<Hash32> topics() {
    return SHAPES.keySet();
  }
}
