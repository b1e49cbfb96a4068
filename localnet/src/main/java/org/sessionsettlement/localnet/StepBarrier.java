package org.sessionsettlement.localnet;

/**
 * What must have happened before the chain's clock may move again: the service has seen the new
 * time, connected clients have sent their heartbeats.
 */
@FunctionalInterface
public interface StepBarrier {
  /** Nobody to wait for. */
  StepBarrier NONE = step -> {};

  /** Returns when the next step may be taken; bounded, it throws rather than wait for ever. */
  void await(Step step);

  /** This barrier, then the other. */
  default StepBarrier then(StepBarrier next) {
    return step -> {
      await(step);
      next.await(step);
    };
  }
}
