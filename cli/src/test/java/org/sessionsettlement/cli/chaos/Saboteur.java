package org.sessionsettlement.cli.chaos;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Does to an installation what is planned, each fault on its own, and mends it again. */
final class Saboteur implements AutoCloseable {
  private static final Duration SUPERVISE_EVERY = Duration.ofMillis(300);

  private static final Duration COMES_BACK_WITHIN = Duration.ofSeconds(90);

  private final Installation installation;
  private final ExecutorService faults = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService supervisor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("supervisor").factory());
  private final List<CompletableFuture<Void>> running;

  private Saboteur(Installation installation, List<PlannedFault> plan) {
    this.installation = installation;
    var _ =
        supervisor.scheduleWithFixedDelay(
            () -> installation.nodes().forEach(Node::supervise),
            0,
            SUPERVISE_EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
    long beginNanos = System.nanoTime();
    this.running =
        plan.stream()
            .map(one -> CompletableFuture.runAsync(() -> play(one, beginNanos), faults))
            .toList();
  }

  static Saboteur begin(Installation installation, List<PlannedFault> plan) {
    return new Saboteur(installation, plan);
  }

  /** Returns once the last fault is mended; throws what kept one from being made or mended. */
  void awaitCalm() {
    running.forEach(CompletableFuture::join);
    installation.nodes().forEach(Node::awaitReady);
  }

  private void play(PlannedFault planned, long beginNanos) {
    LockSupport.parkNanos(planned.at().toNanos() - (System.nanoTime() - beginNanos));
    System.out.println("chaos: " + planned);
    make(planned.fault(), () -> LockSupport.parkNanos(planned.lasts().toNanos()));
  }

  private void make(Fault fault, Runnable pause) {
    List<Node> nodes = installation.nodes();
    switch (fault) {
      case Fault.NodeKilled(int node) -> away(List.of(nodes.get(node)), Node::kill, pause);
      case Fault.NodeStopped(int node) -> away(List.of(nodes.get(node)), Node::stop, pause);
      case Fault.NodeFrozen(int node) -> nodes.get(node).freeze(pause);
      case Fault.AllNodesKilled() -> installation.time().slowly(() -> killAll(nodes, pause));
      case Fault.DatabaseStopped(boolean killed) ->
          installation.time().slowly(() -> installation.database().restart(killed, pause));
      case Fault.RpcTroubled(int node, RpcTrouble how) ->
          trouble(List.of(nodes.get(node)), how, pause);
      case Fault.RpcTroubledForAll(RpcTrouble how) -> trouble(nodes, how, pause);
      case Fault.ChainReorganised(int blocks) -> installation.chain().reorganise(blocks);
      case Fault.ChainStopped(boolean killed) ->
          installation.pacer().undisturbed(() -> installation.chain().restart(killed, pause));
      case Fault.ChainSkewed(long seconds) -> skew(seconds, pause);
    }
  }

  private static void away(List<Node> nodes, Consumer<Node> end, Runnable pause) {
    nodes.forEach(end);
    pause.run();
    nodes.forEach(Node::startAgain);
  }

  private static void killAll(List<Node> nodes, Runnable pause) {
    away(nodes, Node::kill, pause);
    Await.until(
        COMES_BACK_WITHIN,
        () -> nodes.stream().anyMatch(Node::isReady),
        () -> "no node comes back");
  }

  private static void trouble(List<Node> nodes, RpcTrouble how, Runnable pause) {
    nodes.forEach(node -> node.rpc().trouble(how));
    pause.run();
    nodes.forEach(node -> node.rpc().calm());
  }

  private void skew(long seconds, Runnable pause) {
    installation.pacer().skew(seconds);
    pause.run();
    installation.pacer().skew(0);
  }

  @Override
  public void close() {
    faults.shutdownNow();
    supervisor.shutdownNow();
  }
}
