package org.sessionsettlement.controlplane.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.problem.Problem;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** The member {@code media} of a heartbeat. */
public final class MediaJson {
  private static final String SHAPE =
      "media is {connected: boolean, bytes_sent: n, bytes_received: n}, n from 0 to "
          + MediaState.MOST_BYTES;

  private MediaJson() {}

  /**
   * Empty where the client says nothing of its media.
   *
   * @throws ProblemException {@code bad_media_state}
   */
  public static Optional<MediaState> read(@Nullable JsonNode media) {
    return media == null || media.isNull() ? Optional.empty() : Optional.of(state(media));
  }

  private static MediaState state(JsonNode media) {
    if (!media.path("connected").isBoolean()) {
      throw bad();
    }
    return new MediaState(
        media.path("connected").booleanValue(),
        bytes(media, "bytes_sent"),
        bytes(media, "bytes_received"));
  }

  private static long bytes(JsonNode media, String name) {
    var count = media.path(name);
    if (!count.isIntegralNumber() || !count.canConvertToLong()) {
      throw bad();
    }
    long bytes = count.longValue();
    if (bytes < 0 || bytes > MediaState.MOST_BYTES) {
      throw bad();
    }
    return bytes;
  }

  private static ProblemException bad() {
    return new Problem(ProblemCode.BAD_MEDIA_STATE, SHAPE).asException();
  }
}
