package org.sessionsettlement.tempo.rpc;

import org.jspecify.annotations.Nullable;

/**
 * The node (or something in between) answered what JSON-RPC does not allow, or more than is taken.
 */
public final class MalformedAnswerException extends RpcException {
  private static final long serialVersionUID = 1L;

  private final boolean tooLarge;

  MalformedAnswerException(String message) {
    this(message, null);
  }

  MalformedAnswerException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.tooLarge = false;
  }

  private MalformedAnswerException(long maxBytes) {
    super("the node's answer is larger than " + maxBytes + " bytes", null);
    this.tooLarge = true;
  }

  static MalformedAnswerException largerThan(long maxBytes) {
    return new MalformedAnswerException(maxBytes);
  }

  /** True when the answer may be right and is only more than we take: ask for less. */
  public boolean isTooLarge() {
    return tooLarge;
  }
}
