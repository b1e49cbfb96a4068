package org.sessionsettlement.tempo.rpc;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

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

  /**
   * The same for a request that the node may hold open, such as eth_sendRawTransactionSync; a
   * transport that has only one timeout waits for that.
   *
   * @param atMost after that it has timed out
   */
  default Answer post(String json, Duration atMost) throws IOException {
    return post(json);
  }

  /**
   * An HTTP answer.
   *
   * @param retryAfter how long the node asks to be left alone
   */
  record Answer(int status, String body, Optional<Duration> retryAfter) {
    /** Without a Retry-After. */
    public Answer(int status, String body) {
      this(status, body, Optional.empty());
    }
  }
}
