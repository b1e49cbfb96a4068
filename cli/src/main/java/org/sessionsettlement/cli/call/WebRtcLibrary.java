package org.sessionsettlement.cli.call;

import dev.onvoid.webrtc.logging.Logging;
import java.util.Optional;

/** Whether libwebrtc can be used here. */
final class WebRtcLibrary {
  private WebRtcLibrary() {}

  /** Loads it; in words for the user, why that did not work. */
  static Optional<String> missing() {
    try {
      Logging.logThreads(false);
      return Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      return Optional.of(whyNot(e));
    }
  }

  static String whyNot(Throwable cause) {
    String detail = String.valueOf(cause.getMessage());
    return detail.contains("libpulse")
        ? "libpulse is missing, which libwebrtc needs: install Debian's libpulse0"
        : "libwebrtc cannot be used here: " + detail;
  }
}
