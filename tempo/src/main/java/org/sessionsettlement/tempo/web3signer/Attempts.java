package org.sessionsettlement.tempo.web3signer;

import java.time.Duration;
import java.util.function.Supplier;
import org.sessionsettlement.tempo.rpc.PollClock;

/** Asks again where there was no answer, so many times. */
final class Attempts {
  private final int most;
  private final Duration pause;
  private final PollClock clock;

  Attempts(int most, Duration pause, PollClock clock) {
    this.most = most;
    this.pause = pause;
    this.clock = clock;
  }

  <T> T of(Supplier<T> request) {
    for (int left = most - 1; ; left--) {
      try {
        return request.get();
      } catch (RemoteSignerException.Unavailable noAnswer) {
        if (left == 0 || Thread.currentThread().isInterrupted()) {
          throw noAnswer;
        }
        pause(noAnswer);
      }
    }
  }

  private void pause(RemoteSignerException.Unavailable noAnswer) {
    try {
      clock.sleep(pause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw noAnswer;
    }
  }
}
