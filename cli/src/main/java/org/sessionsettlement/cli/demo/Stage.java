package org.sessionsettlement.cli.demo;

import java.nio.file.Path;
import java.util.List;
import org.sessionsettlement.cli.stack.Progress;
import org.sessionsettlement.cli.stack.ServiceClock;
import org.sessionsettlement.cli.stack.Stack;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.localnet.BookedSlot;
import org.sessionsettlement.localnet.ChainClock;
import org.sessionsettlement.localnet.StepBarrier;
import org.sessionsettlement.localnet.TimeMover;

/**
 * What every act of the demo plays on.
 *
 * @param folder for keys and logs
 */
record Stage(Stack stack, Parallel parallel, Progress progress, Path folder) {

  ChainClock clock() {
    return stack.chain().clock();
  }

  SessionEscrow escrow() {
    return new SessionEscrow(stack.chain().rpc(), stack.deployment().escrow());
  }

  ChainWatch watch() {
    return new ChainWatch(escrow());
  }

  /** Moves the chain's time; the service follows, then the barrier is awaited. */
  TimeMover mover(List<BookedSession> sessions, StepBarrier barrier) {
    List<BookedSlot> slots = sessions.stream().map(Stage::slot).toList();
    StepBarrier service = new ServiceClock(stack.service().url());
    return new TimeMover(clock(), () -> slots, service.then(barrier));
  }

  private static BookedSlot slot(BookedSession session) {
    return new BookedSlot(session.terms().startTimeSeconds(), session.endSeconds());
  }
}
