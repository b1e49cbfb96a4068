package org.sessionsettlement.tempo.rpc;

import java.io.IOException;

/**
 * One HTTP POST of a JSON body to the node; whoever makes it knows the address, its timeouts and
 * its size bound.
 */
@FunctionalInterface
public interface HttpTransport {
  /**
   * Posts and reads the whole answer.
   *
   * @throws IOException when no answer came: refused, cut off, timed out
   * @throws MalformedAnswerException when the answer is larger than the transport takes
   */
  Answer post(String json) throws IOException;

  /** An HTTP answer. */
  record Answer(int status, String body) {}
}
