package org.sessionsettlement.escrow;

import org.jspecify.annotations.Nullable;

/** A metrics payload that its schema does not allow; the message says where. */
public final class MalformedMetricsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MalformedMetricsException(String message) {
    this(message, null);
  }

  MalformedMetricsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
