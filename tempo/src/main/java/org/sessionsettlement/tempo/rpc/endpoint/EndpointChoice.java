package org.sessionsettlement.tempo.rpc.endpoint;

import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Chooses the endpoint to ask: the first in the order given that works and, for reads, is not
 * behind. Remembers the highest heads ever seen and told; they never sink.
 */
final class EndpointChoice {
  private final List<Endpoint> endpoints;
  private final PoolPolicy policy;
  private final ReentrantLock probing = new ReentrantLock();
  private final AtomicReference<Heads> seen = new AtomicReference<>(Heads.NONE);
  private final AtomicReference<Heads> told = new AtomicReference<>(Heads.NONE);

  EndpointChoice(List<Endpoint> endpoints, PoolPolicy policy) {
    this.endpoints = List.copyOf(endpoints);
    this.policy = policy;
  }

  /** The endpoint to ask next, those left aside that were tried in this round. */
  Optional<Endpoint> choose(MethodSafety safety, Set<Endpoint> tried) {
    probeDue();
    List<Endpoint> left =
        endpoints.stream()
            .filter(endpoint -> !tried.contains(endpoint) && !endpoint.health().isExcluded())
            .collect(toList());
    return left.stream()
        .filter(endpoint -> fits(endpoint, safety))
        .findFirst()
        .or(() -> lastResort(left, safety));
  }

  /** When none fits, those that failed or were behind a moment ago are looked at again. */
  private Optional<Endpoint> lastResort(List<Endpoint> left, MethodSafety safety) {
    return left.stream()
        .filter(endpoint -> probed(endpoint).isUp() && fits(endpoint, safety))
        .findFirst();
  }

  private boolean fits(Endpoint endpoint, MethodSafety safety) {
    return endpoint.health().isUp() && (safety != MethodSafety.READ || reaches(endpoint));
  }

  private boolean reaches(Endpoint endpoint) {
    return endpoint.health().heads().reaches(required());
  }

  /** What an endpoint must have to be read from. */
  Heads required() {
    long finalized = Math.max(0, seen.get().finalized() - policy.maxLagBlocks());
    return told.get().max(new Heads(0, finalized));
  }

  Heads told() {
    return told.get();
  }

  /** A caller is told of these heads. */
  void tell(Heads heads) {
    told.accumulateAndGet(heads, Heads::max);
    seen.accumulateAndGet(heads, Heads::max);
  }

  List<String> describe() {
    return endpoints.stream().map(endpoint -> endpoint.describe(required())).collect(toList());
  }

  private Health probed(Endpoint endpoint) {
    Health health = endpoint.probe();
    seen.accumulateAndGet(health.heads(), Heads::max);
    return health;
  }

  /** One thread looks; the others go on with what is known, if anything is. */
  private void probeDue() {
    boolean anyUp = endpoints.stream().anyMatch(endpoint -> endpoint.health().isUp());
    if (anyUp ? !probing.tryLock() : !locked()) {
      return;
    }
    try {
      endpoints.stream().filter(Endpoint::isDue).forEach(this::probed);
    } finally {
      probing.unlock();
    }
  }

  private boolean locked() {
    probing.lock();
    return true;
  }
}
