package org.sessionsettlement.client.call;

import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.IceSettings;
import org.sessionsettlement.client.SessionVoiceApi.Joined;

/** Seats and answers of the service, for tests of the rules. */
final class Seats {
  static final IceCandidate CANDIDATE = new IceCandidate("candidate:1", "0", 0);

  private Seats() {}

  static Joined seat(String connectionId, String role) {
    return new Joined(
        "7", connectionId, 1_000, 9_000_000, 5_000, 15_000, role, IceSettings.NO_SERVERS);
  }

  static <T> ApiResult<T> refused(int status, String code) {
    return new ApiResult.Refused<>(status, code, "");
  }

  static <T> ApiResult<T> silence() {
    return new ApiResult.Unreachable<>("away");
  }

  static <T> ApiResult<T> ok(T value) {
    return new ApiResult.Ok<>(value);
  }
}
