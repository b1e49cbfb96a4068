package org.sessionsettlement.cli.chaos;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.sessionsettlement.client.ApiTransport;
import org.sessionsettlement.client.OkHttpApiTransport;

/** A client's way to the installation: one node, and another as soon as that does not serve. */
final class AnyNode implements ApiTransport {
  static final String URL = "http://any-node";
  private static final int FIRST_SERVER_ERROR = 500;

  private final ApiTransport http;
  private final List<Node> nodes;
  private final AtomicInteger current;

  AnyNode(OkHttpApiTransport http, List<Node> nodes, int first) {
    this.http = http;
    this.nodes = List.copyOf(nodes);
    this.current = new AtomicInteger(first);
  }

  @Override
  public Response exchange(Request request) throws IOException {
    int tried = current.get();
    try {
      Response response = http.exchange(to(nodes.get(tried % nodes.size()), request));
      if (response.status() >= FIRST_SERVER_ERROR) {
        current.compareAndSet(tried, tried + 1);
      }
      return response;
    } catch (IOException e) {
      current.compareAndSet(tried, tried + 1);
      throw e;
    }
  }

  private static Request to(Node node, Request request) {
    String url = request.url().replace(URL, node.url());
    return new Request(request.method(), url, request.headers(), request.json());
  }
}
