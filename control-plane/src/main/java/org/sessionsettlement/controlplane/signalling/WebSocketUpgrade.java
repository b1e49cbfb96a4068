package org.sessionsettlement.controlplane.signalling;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Turns a request into a WebSocket of the server's (Jakarta WebSocket 2.2, section 8.3). */
final class WebSocketUpgrade {
  private static final String ANY_PATH = "/";

  static boolean isAskedBy(HttpServletRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  void perform(
      HttpServletRequest request,
      HttpServletResponse response,
      Function<Outgoing.Line, SignalSocket> socket) {
    try {
      container(request)
          .upgradeHttpToWebSocket(request, response, config(endpoint(socket)), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DeploymentException e) {
      throw new IllegalStateException("the server takes no sockets", e);
    }
  }

  private static SignalEndpoint endpoint(Function<Outgoing.Line, SignalSocket> socket) {
    return new SignalEndpoint(socket, Thread::startVirtualThread);
  }

  private static ServerContainer container(HttpServletRequest request) {
    return (ServerContainer)
        request.getServletContext().getAttribute(ServerContainer.class.getName());
  }

  private static ServerEndpointConfig config(SignalEndpoint endpoint) {
    return ServerEndpointConfig.Builder.create(SignalEndpoint.class, ANY_PATH)
        .configurator(new Given(endpoint))
        .build();
  }

  private static final class Given extends ServerEndpointConfig.Configurator {
    private final SignalEndpoint endpoint;

    Given(SignalEndpoint endpoint) {
      this.endpoint = endpoint;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(endpoint);
    }

    /** The origin is checked where the request is. */
    @Override
    public boolean checkOrigin(String origin) {
      return true;
    }

    /** No compression: it costs each of thousands of sockets some 300 KB. */
    @Override
    public List<Extension> getNegotiatedExtensions(
        List<Extension> installed, List<Extension> requested) {
      return List.of();
    }
  }
}
