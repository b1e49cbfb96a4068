package org.sessionsettlement.client;

/** Thrown by {@link ApiResult#orThrow} where a caller expected success. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  ApiException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The service's stable code, or {@code unreachable}. */
  public String code() {
    return code;
  }
}
