package org.sessionsettlement.tempo.rpc.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.sessionsettlement.tempo.rpc.Block;
import org.sessionsettlement.tempo.rpc.LogSelector;
import org.sessionsettlement.tempo.rpc.PollClock;
import org.sessionsettlement.tempo.rpc.endpoint.RetryPolicy;

/**
 * How a stream follows the chain.
 *
 * @param logs which logs are told, or none
 * @param after the block after which it begins, such as the last one told to a listener before a
 *     restart; empty begins with the newest
 * @param answerWithin how long connecting and subscribing may take each
 * @param silence after so long without a push we look ourselves; if there was something to be
 *     pushed, the connection is taken for broken
 * @param reconnect how often in a row, and how far apart, we try to connect or to read
 * @param rememberedBlocks how deep a reorganization may be
 * @param clock what pauses go by
 * @param jitter numbers from 0 to 1 that spread the pauses
 */
public record StreamSettings(
    Optional<LogSelector> logs,
    Optional<Block> after,
    Duration answerWithin,
    Duration silence,
    RetryPolicy reconnect,
    int rememberedBlocks,
    PollClock clock,
    DoubleSupplier jitter) {
  /** Up to 60 attempts in a row, 200 ms to 10 s apart: about ten minutes. */
  public static final RetryPolicy RECONNECT =
      new RetryPolicy(60, Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ZERO);

  /** Heads alone, from the newest on; 5 s to connect, 10 s of silence (20 blocks), 256 blocks. */
  public static final StreamSettings HEADS =
      new StreamSettings(
          Optional.empty(),
          Optional.empty(),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          RECONNECT,
          256,
          PollClock.SYSTEM,
          () -> ThreadLocalRandom.current().nextDouble());

  /** The same with these logs. */
  public StreamSettings withLogs(LogSelector selector) {
    return new StreamSettings(
        Optional.of(selector),
        after,
        answerWithin,
        silence,
        reconnect,
        rememberedBlocks,
        clock,
        jitter);
  }

  /** The same, beginning after this block. */
  public StreamSettings after(Block block) {
    return new StreamSettings(
        logs,
        Optional.of(block),
        answerWithin,
        silence,
        reconnect,
        rememberedBlocks,
        clock,
        jitter);
  }

  /** The same with other patience. */
  public StreamSettings withPatience(Duration answers, Duration quiet) {
    return new StreamSettings(
        logs, after, answers, quiet, reconnect, rememberedBlocks, clock, jitter);
  }

  /** The same with other attempts. */
  public StreamSettings withReconnect(RetryPolicy policy) {
    return new StreamSettings(
        logs, after, answerWithin, silence, policy, rememberedBlocks, clock, jitter);
  }

  /** The same with another memory. */
  public StreamSettings withRememberedBlocks(int blocks) {
    return new StreamSettings(logs, after, answerWithin, silence, reconnect, blocks, clock, jitter);
  }

  /** The same by another clock. */
  public StreamSettings withClock(PollClock other) {
    return new StreamSettings(
        logs, after, answerWithin, silence, reconnect, rememberedBlocks, other, jitter);
  }
}
