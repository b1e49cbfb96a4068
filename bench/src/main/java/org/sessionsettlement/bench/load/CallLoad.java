package org.sessionsettlement.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Thousands of calls at once. */
final class CallLoad implements AutoCloseable {
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);
  private static final Duration OPENING_LIMIT = Duration.ofMinutes(5);
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int JOIN_TRIES = 5;
  private static final int OK = 200;

  private final EventLoop loop;
  private final List<Party> parties;
  private final List<Call> calls = new ArrayList<>();
  private final CallFigures figures = new CallFigures();
  private final HttpPool pool;
  private int givenUp;

  CallLoad(EventLoop loop, InetSocketAddress address, List<Party> parties) {
    this.loop = loop;
    this.parties = parties;
    this.pool = new HttpPool(loop, address);
    parties.forEach(party -> calls.add(new Call(loop, address, party, figures)));
  }

  /** Each party joins and opens its socket; returns once all have, or have given up. */
  void open(int perSecond) throws IOException {
    OpenLoop.start(
        loop, perSecond, parties.size(), (number, intendedNanos) -> join(number, JOIN_TRIES));
    long endNanos = System.nanoTime() + OPENING_LIMIT.toNanos();
    loop.runUntil(endNanos, () -> figures.open() + givenUp == parties.size());
  }

  private void join(int number, int tries) {
    var party = parties.get(number);
    pool.post(
        "/session/join",
        party.token(),
        party.joinBody(),
        reply -> {
          if (reply.status() == OK) {
            calls.get(number).open(reply.body(), () -> refused(number, tries));
          } else {
            figures.keep(party + " could not join: " + reply);
            refused(number, tries);
          }
        });
  }

  private void refused(int number, int tries) {
    figures.refused();
    if (tries > 1) {
      loop.at(System.nanoTime() + RETRY_NANOS, () -> join(number, tries - 1));
    } else {
      givenUp++;
    }
  }

  /** Heartbeats alone. */
  void keep(Duration time) throws IOException {
    figures.beginAnew();
    loop.runUntil(System.nanoTime() + time.toNanos(), () -> false);
  }

  /** Heartbeats and, at this rate, messages from one party after the other to its peer. */
  void talk(int perSecond, Duration time) throws IOException {
    figures.beginAnew();
    int count = (int) (perSecond * time.toSeconds());
    OpenLoop.start(
        loop,
        perSecond,
        count,
        (number, intendedNanos) -> calls.get(number % calls.size()).sayCandidate(intendedNanos));
    long endNanos = System.nanoTime() + time.plus(LAST_ANSWERS).toNanos();
    loop.runUntil(endNanos, () -> figures.carried() == count);
  }

  CallFigures figures() {
    return figures;
  }

  @Override
  public void close() {
    calls.forEach(Call::close);
  }
}
