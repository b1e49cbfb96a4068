package org.sessionsettlement.tempo.rpc.endpoint;

import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.NoEndpointException;
import org.sessionsettlement.tempo.rpc.PollClock;
import org.sessionsettlement.tempo.rpc.RpcChannel;
import org.sessionsettlement.tempo.rpc.RpcOutcome;
import org.sessionsettlement.tempo.rpc.RpcRequest;

/**
 * Several nodes of one chain as one channel. Reads go to the first node that works and is not
 * behind, and to another when it fails; signed transactions go to one that works and, when its
 * answer is lost, with the same bytes to another; everything else goes out once.
 *
 * <p>No read of latest or finalized answers from before a block that a caller of this pool was told
 * of. Made by {@link Endpoints}.
 */
public final class EndpointPool implements RpcChannel {
  private final EndpointChoice choice;
  private final RetryPolicy retry;
  private final PollClock clock;
  private final DoubleSupplier jitter;

  EndpointPool(EndpointChoice choice, RetryPolicy retry, PollClock clock, DoubleSupplier jitter) {
    this.choice = choice;
    this.retry = retry;
    this.clock = clock;
    this.jitter = jitter;
  }

  /**
   * {@inheritDoc}
   *
   * @throws NoEndpointException when no endpoint that may be asked answers
   */
  @Override
  public JsonValue request(RpcRequest request) {
    return ask(
        new Asking<>(
            List.of(request), channel -> channel.request(request), result -> List.of(result)));
  }

  /**
   * {@inheritDoc}
   *
   * @throws NoEndpointException when no endpoint that may be asked answers
   */
  @Override
  public List<RpcOutcome<JsonValue>> batch(List<RpcRequest> requests) {
    return ask(
        new Asking<>(
            requests,
            channel -> channel.batch(requests),
            outcomes -> outcomes.stream().map(EndpointPool::resultOrNull).collect(toList())));
  }

  private static JsonValue resultOrNull(RpcOutcome<JsonValue> outcome) {
    return outcome instanceof RpcOutcome.Answered<JsonValue> answered
        ? answered.value()
        : JsonValue.NULL;
  }

  private <T> T ask(Asking<T> asking) {
    int failedRounds = 0;
    while (true) {
      Round<T> round = new Round<>(choice, asking);
      Optional<T> answer = round.run();
      if (answer.isPresent()) {
        return answer.get();
      }
      failedRounds++;
      Optional<Duration> pause =
          asking.mayBeRepeated()
              ? retry.pause(failedRounds, jitter.getAsDouble(), round.retryAfter())
              : Optional.empty();
      if (pause.isEmpty() || !slept(pause.get())) {
        throw new NoEndpointException(choice.describe(), round.lastError());
      }
    }
  }

  private boolean slept(Duration pause) {
    try {
      clock.sleep(pause);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What is asked, how, and what of the answer tells about the chain's heads. */
  record Asking<T>(
      List<RpcRequest> requests,
      Function<RpcChannel, T> ask,
      Function<T, List<JsonValue>> results) {
    MethodSafety safety() {
      return MethodSafety.of(requests);
    }

    boolean mayBeRepeated() {
      return safety() != MethodSafety.ONCE && !isHeldOpen();
    }

    /** The node may take its time: that no answer came says nothing about the node. */
    boolean isHeldOpen() {
      return requests.stream().anyMatch(request -> request.patience().isPresent());
    }
  }
}
