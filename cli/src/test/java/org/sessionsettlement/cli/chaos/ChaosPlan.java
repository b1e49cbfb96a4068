package org.sessionsettlement.cli.chaos;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * All that is random in a run but for the order in which a machine does things: it follows from the
 * settings alone.
 */
record ChaosPlan(int nodes, List<PlannedSession> sessions, List<PlannedFault> faults) {
  /** How much faster than the wall's the clocks of service and chain go. */
  static final int SPEED = 6;

  ChaosPlan {
    sessions = List.copyOf(sessions);
    faults = List.copyOf(faults);
  }

  static ChaosPlan of(ChaosSettings settings) {
    Random random = new Random(settings.seed());
    long seconds = settings.lasts().toSeconds() * SPEED;
    SessionShapes shapes = new SessionShapes(random);
    return new ChaosPlan(
        settings.nodes(),
        Stream.generate(() -> shapes.next(seconds)).limit(settings.sessions()).toList(),
        new FaultShapes(random, settings.nodes()).within(settings.lasts()));
  }
}
