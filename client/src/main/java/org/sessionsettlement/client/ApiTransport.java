package org.sessionsettlement.client;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Carries one HTTP exchange with the service; handed in, so that an app can use the HTTP stack it
 * has. {@link OkHttpApiTransport} serves phones and servers.
 */
@FunctionalInterface
public interface ApiTransport {

  /**
   * What is asked.
   *
   * @param method GET or POST
   * @param url absolute
   * @param headers names in lower case
   * @param json the body of a POST
   */
  record Request(String method, String url, Map<String, String> headers, Optional<String> json) {
    public Request {
      headers = Map.copyOf(headers);
    }
  }

  /** What came back. */
  final class Response {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /** With header names in lower case, the first value of each, and the bytes as they came. */
    public Response(int status, Map<String, String> headers, byte[] body) {
      this.status = status;
      this.headers = Map.copyOf(headers);
      this.body = body.clone();
    }

    public int status() {
      return status;
    }

    /** Looks a header up by its lower-case name. */
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    public byte[] body() {
      return body.clone();
    }
  }

  /**
   * Sends the request and reads all of the answer, within a bounded time and size.
   *
   * @throws IOException if no answer came: refused, timed out, cut off
   */
  Response exchange(Request request) throws IOException;
}
