package org.sessionsettlement.tempo.web3signer;

import java.time.Duration;

/**
 * How long and how often a signer is asked. In all no longer than attempts * (wholeCall + pause).
 *
 * @param connect to open a connection
 * @param read between two pieces of the answer
 * @param wholeCall from the first to the last byte, for one attempt
 * @param attempts how often; the same bytes get the same signature, so asking again harms nothing
 * @param pause between two attempts
 * @param maxAnswerBytes of which a list of keys takes 135 each
 */
public record Web3SignerSettings(
    Duration connect,
    Duration read,
    Duration wholeCall,
    int attempts,
    Duration pause,
    long maxAnswerBytes) {
  /** 2 s, 5 s, 10 s, three attempts 200 ms apart, 1 MiB. */
  public static final Web3SignerSettings DEFAULT =
      new Web3SignerSettings(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          3,
          Duration.ofMillis(200),
          1 << 20);

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException for less than one attempt or byte
   */
  public Web3SignerSettings {
    if (attempts < 1 || maxAnswerBytes < 1) {
      throw new IllegalArgumentException("at least one attempt and one byte");
    }
  }
}
