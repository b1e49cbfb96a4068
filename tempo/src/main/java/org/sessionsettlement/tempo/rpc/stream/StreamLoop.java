package org.sessionsettlement.tempo.rpc.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.stream.WebSockets.Connection;

/** Connects, follows, and connects again, until it is stopped or gives up. */
final class StreamLoop implements Runnable {
  /** How often something pushed is read before the connection is replaced. */
  private static final int READ_ATTEMPTS = 4;

  private final WebSockets sockets;
  private final ChainFollower follower;
  private final StreamSettings settings;
  private final ChainListener listener;
  private final BooleanSupplier stopped;
  private boolean interrupted;
  private int failures;

  StreamLoop(
      WebSockets sockets,
      ChainFollower follower,
      StreamSettings settings,
      ChainListener listener,
      BooleanSupplier stopped) {
    this.sockets = sockets;
    this.follower = follower;
    this.settings = settings;
    this.listener = listener;
    this.stopped = stopped;
  }

  @Override
  public void run() {
    try {
      Optional<String> end = Optional.empty();
      while (end.isEmpty() && !stopped.getAsBoolean()) {
        end = pauseAfter(follow());
      }
      end.ifPresent(why -> listener.on(new ChainEvent.Ended(why)));
    } catch (LostTrackException lost) {
      listener.on(new ChainEvent.Ended(String.valueOf(lost.getMessage())));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** After a break: empty when we may try again, else why it is over. */
  private Optional<String> pauseAfter(String why) throws InterruptedException {
    if (stopped.getAsBoolean()) {
      return Optional.of(why);
    }
    if (!interrupted) {
      interrupted = true;
      listener.on(new ChainEvent.Interrupted(why));
    }
    failures++;
    Optional<Duration> pause = pause(failures);
    if (pause.isEmpty()) {
      return Optional.of("gave up after " + failures + " attempts: " + why);
    }
    settings.clock().sleep(pause.get());
    return Optional.empty();
  }

  /** One connection, from beginning to end; why it ended. */
  private String follow() throws InterruptedException {
    Pushes pushes = new Pushes();
    try (Connection connection = sockets.open(pushes)) {
      Optional<String> trouble = pushes.awaitOpen(settings.answerWithin());
      if (trouble.isEmpty()) {
        trouble = pushes.awaitConfirmed(subscribe(connection), settings.answerWithin());
      }
      return trouble.isPresent() ? trouble.get() : follow(pushes);
    } catch (RpcException unreadable) {
      return "cannot read: " + unreadable.getClass().getSimpleName();
    }
  }

  private int subscribe(Connection connection) {
    connection.send(Subscription.toHeads());
    settings.logs().ifPresent(logs -> connection.send(Subscription.toLogs(logs)));
    return settings.logs().isPresent() ? 2 : 1;
  }

  private String follow(Pushes pushes) throws InterruptedException {
    resume();
    follower.catchUp();
    while (!stopped.getAsBoolean()) {
      failures = 0;
      Optional<Pushes.Push> push = pushes.next(settings.silence());
      if (push.isEmpty() && follower.catchUp()) {
        return "no push of what there was for " + settings.silence().toMillis() + " ms";
      }
      if (push.isPresent() && push.get() instanceof Pushes.Broken broken) {
        return broken.why();
      }
      if (push.isPresent()) {
        look(push.get());
      }
    }
    return "stopped";
  }

  private void resume() {
    if (interrupted) {
      interrupted = false;
      listener.on(new ChainEvent.Resumed());
    }
  }

  /** A node that has not yet what another pushed is given some time before that is a break. */
  private void look(Pushes.Push push) throws InterruptedException {
    for (int failed = 1; ; failed++) {
      try {
        lookOnce(push);
        return;
      } catch (RpcException notYet) {
        Optional<Duration> pause = pause(failed);
        if (failed == READ_ATTEMPTS || pause.isEmpty()) {
          throw notYet;
        }
        settings.clock().sleep(pause.get());
      }
    }
  }

  private void lookOnce(Pushes.Push push) {
    if (push instanceof Pushes.NewHead head) {
      follower.pushed(head.block());
    } else {
      follower.catchUp();
    }
  }

  private Optional<Duration> pause(int failed) {
    return settings.reconnect().pause(failed, settings.jitter().getAsDouble(), Optional.empty());
  }
}
