package org.sessionsettlement.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** The frames that the page's tests read too. */
class SignalVectorsTest {
  private final JsonValue vectors = vectors();

  @TestFactory
  List<DynamicTest> readsBackWhatClientsSay() {
    return each(
        "from_client",
        vector -> {
          Optional<SignalFrame> read = SignalFrames.read(SignalJson.write(vector.get("frame")));
          assertThat(read).containsInstanceOf(SignalFrame.FromPeer.class);
          Signal signal = read.map(SignalFrame.FromPeer.class::cast).orElseThrow().signal();
          assertThat(SignalFrames.read(SignalFrames.write(signal))).isEqualTo(read);
        });
  }
}
