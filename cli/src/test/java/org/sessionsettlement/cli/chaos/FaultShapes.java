package org.sessionsettlement.cli.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Faults of every kind, each kind as often as the others, some at the same time. */
final class FaultShapes {
  private static final Duration FIRST_AFTER = Duration.ofSeconds(2);

  /** Between the beginnings of two faults, on average. */
  private static final Duration APART = Duration.ofMillis(2_800);

  private static final int SHORTEST_MS = 300;
  private static final int LONGEST_MS = 2_000;

  private final Random random;
  private final int nodes;
  private final List<Supplier<Fault>> kinds;

  FaultShapes(Random random, int nodes) {
    this.random = random;
    this.nodes = nodes;
    this.kinds =
        List.of(
            () -> new Fault.NodeKilled(node()),
            () -> new Fault.NodeStopped(node()),
            () -> new Fault.NodeFrozen(node()),
            Fault.AllNodesKilled::new,
            () -> new Fault.DatabaseStopped(false),
            () -> new Fault.DatabaseStopped(true),
            () -> new Fault.RpcTroubled(node(), trouble()),
            () -> new Fault.RpcTroubledForAll(trouble()),
            () -> new Fault.RpcTroubledForAll(RpcTrouble.IS_STALE),
            () -> new Fault.ChainReorganised(random.nextInt(1, 5)),
            () -> new Fault.ChainStopped(random.nextBoolean()),
            () -> new Fault.ChainSkewed(random.nextInt(-25, 16)));
  }

  /** In the order of their beginnings, spread over all of that time. */
  List<PlannedFault> within(Duration lasts) {
    long usable = lasts.minus(FIRST_AFTER).toMillis();
    long rounds = Math.max(1, usable / (APART.toMillis() * kinds.size()));
    long apartMs = usable / (rounds * kinds.size());
    List<PlannedFault> faults = new ArrayList<>();
    for (long round = 0; round < rounds; round++) {
      for (Supplier<Fault> kind : shuffled()) {
        long atMs = faults.size() * apartMs + random.nextLong(apartMs);
        faults.add(planned(FIRST_AFTER.plusMillis(atMs), kind.get()));
      }
    }
    return faults;
  }

  private List<Supplier<Fault>> shuffled() {
    List<Supplier<Fault>> shuffled = new ArrayList<>(kinds);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private PlannedFault planned(Duration at, Fault fault) {
    boolean inAnInstant = fault instanceof Fault.ChainReorganised;
    long ms = inAnInstant ? 0 : random.nextInt(SHORTEST_MS, LONGEST_MS);
    return new PlannedFault(at, Duration.ofMillis(ms), fault);
  }

  private int node() {
    return random.nextInt(nodes);
  }

  private RpcTrouble trouble() {
    List<RpcTrouble> all = List.of(RpcTrouble.values());
    return all.get(random.nextInt(all.size()));
  }
}
