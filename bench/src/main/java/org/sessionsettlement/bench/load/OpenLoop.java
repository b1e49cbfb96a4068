package org.sessionsettlement.bench.load;

import java.util.concurrent.TimeUnit;

/** Asks a number of questions at a fixed rate, whatever becomes of the answers. */
final class OpenLoop {
  private final EventLoop loop;
  private final double gapNanos;
  private final int count;
  private final Question question;
  private final long startNanos = System.nanoTime();

  /** One question of its number, from 0, meant for that time. */
  interface Question {
    void ask(int number, long intendedNanos);
  }

  private OpenLoop(EventLoop loop, double perSecond, int count, Question question) {
    this.loop = loop;
    this.gapNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.count = count;
    this.question = question;
  }

  static void start(EventLoop loop, double perSecond, int count, Question question) {
    new OpenLoop(loop, perSecond, count, question).plan(0);
  }

  private void plan(int number) {
    if (number < count) {
      long dueNanos = startNanos + (long) (number * gapNanos);
      loop.at(
          dueNanos,
          () -> {
            plan(number + 1);
            question.ask(number, dueNanos);
          });
    }
  }
}
