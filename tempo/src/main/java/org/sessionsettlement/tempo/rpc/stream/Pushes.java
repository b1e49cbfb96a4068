package org.sessionsettlement.tempo.rpc.stream;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.MalformedAnswerException;

/**
 * What came over one connection, for the one thread that follows the chain. Holds no queue: of the
 * heads pushed only the newest is kept, and a pushed log, added or removed, only says that there is
 * something to see. A listener that is slow makes us read what it missed, and nothing grows.
 */
final class Pushes implements WebSockets.Receiver {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<Long> confirmed = new HashSet<>();
  private boolean open;
  private boolean prompted;
  private @Nullable Block newest;
  private @Nullable String broken;

  /** What there is to do. */
  sealed interface Push {}

  /** A head was pushed, and nothing beside it. */
  record NewHead(Block block) implements Push {}

  /** Something changed: look. */
  record Prompt() implements Push {}

  /** The connection is over. */
  record Broken(String why) implements Push {}

  @Override
  public void opened() {
    change(() -> open = true);
  }

  @Override
  public void received(String text) {
    try {
      understand(JsonValue.parse(text));
    } catch (MalformedAnswerException malformed) {
      broken("a push that cannot be understood");
    }
  }

  @Override
  public void broken(String why) {
    change(() -> broken = broken == null ? why : broken);
  }

  private void understand(JsonValue message) {
    if (message.get("method").isNull()) {
      confirm(message);
      return;
    }
    JsonValue result = message.get("params").get("result");
    Optional<Block> head = result.get("parentHash").ifPresent().map(hash -> Block.read(result));
    change(() -> keep(head));
  }

  private void keep(Optional<Block> head) {
    prompted |= newest != null || head.isEmpty();
    newest = head.orElse(newest);
  }

  private void confirm(JsonValue answer) {
    if (answer.get("error").isNull()) {
      long id = answer.get("id").number();
      change(() -> confirmed.add(id));
    } else {
      broken("the node refuses the subscription");
    }
  }

  /** Empty when it is open in time, else why not. */
  Optional<String> awaitOpen(Duration within) throws InterruptedException {
    return await(within, () -> open, "no connection");
  }

  /** Empty when so many subscriptions are confirmed in time, else why not. */
  Optional<String> awaitConfirmed(int subscriptions, Duration within) throws InterruptedException {
    return await(within, () -> confirmed.size() >= subscriptions, "no answer to eth_subscribe");
  }

  private Optional<String> await(Duration within, Supplier<Boolean> condition, String otherwise)
      throws InterruptedException {
    lock.lock();
    try {
      awaitChange(within, condition);
      if (broken != null) {
        return Optional.of(broken);
      }
      return condition.get() ? Optional.empty() : Optional.of(otherwise);
    } finally {
      lock.unlock();
    }
  }

  /** The next thing to do, or empty after a silence. */
  Optional<Push> next(Duration silence) throws InterruptedException {
    lock.lock();
    try {
      awaitChange(silence, () -> prompted || newest != null);
      if (broken != null) {
        return Optional.of(new Broken(broken));
      }
      Optional<Push> next =
          prompted ? Optional.of(new Prompt()) : Optional.ofNullable(newest).map(NewHead::new);
      prompted = false;
      newest = null;
      return next;
    } finally {
      lock.unlock();
    }
  }

  private void awaitChange(Duration within, Supplier<Boolean> condition)
      throws InterruptedException {
    long left = within.toNanos();
    while (!condition.get() && broken == null && left > 0) {
      left = changed.awaitNanos(left);
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
