package org.sessionsettlement.tempo.rpc.endpoint;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.MalformedAnswerException;
import org.sessionsettlement.tempo.rpc.RpcBusyException;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.RpcRequest;
import org.sessionsettlement.tempo.rpc.RpcUnavailableException;
import org.sessionsettlement.tempo.rpc.endpoint.EndpointPool.Asking;

/** One round through the endpoints: each is asked at most once, until one answers. */
final class Round<T> {
  private final EndpointChoice choice;
  private final Asking<T> asking;
  private final Set<Endpoint> tried = new HashSet<>();
  private @Nullable RpcException lastError;
  private Optional<Duration> retryAfter = Optional.empty();

  Round(EndpointChoice choice, Asking<T> asking) {
    this.choice = choice;
    this.asking = asking;
  }

  @Nullable RpcException lastError() {
    return lastError;
  }

  /** The longest that a node asked for. */
  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** Empty when no endpoint answered, or when the one that was asked may be the only one. */
  Optional<T> run() {
    while (tried.isEmpty() || asking.mayBeRepeated()) {
      Optional<Endpoint> endpoint = choice.choose(asking.safety(), tried);
      if (endpoint.isEmpty()) {
        return Optional.empty();
      }
      tried.add(endpoint.get());
      Optional<T> answer = ask(endpoint.get());
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  private Optional<T> ask(Endpoint endpoint) {
    Heads known = choice.told();
    try {
      T answer = asking.ask().apply(endpoint.channel());
      return accept(endpoint, asking.results().apply(answer), known)
          ? Optional.of(answer)
          : Optional.empty();
    } catch (RpcBusyException ours) {
      lastError = ours;
    } catch (RpcUnavailableException away) {
      failed(endpoint, away);
      away.retryAfter()
          .filter(asked -> asked.compareTo(retryAfter.orElse(Duration.ZERO)) > 0)
          .ifPresent(asked -> retryAfter = Optional.of(asked));
    } catch (MalformedAnswerException broken) {
      if (broken.isTooLarge()) {
        throw broken;
      }
      failed(endpoint, broken);
    }
    return Optional.empty();
  }

  private void failed(Endpoint endpoint, RpcException error) {
    lastError = error;
    if (!asking.isHeldOpen()) {
      endpoint.failed(error);
    }
  }

  private boolean accept(Endpoint endpoint, List<JsonValue> results, Heads known) {
    Heads all = Heads.NONE;
    for (int i = 0; i < results.size(); i++) {
      RpcRequest request = asking.requests().get(i);
      Heads told = Heads.toldBy(request, results.get(i));
      if (!results.get(i).isNull() && Heads.goesBack(request, told, known)) {
        endpoint.fellBehind(told);
        return false;
      }
      all = all.max(told);
    }
    endpoint.showed(all);
    choice.tell(all);
    return true;
  }
}
