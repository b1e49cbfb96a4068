package org.sessionsettlement.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okio.Okio;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The frames that the page's tests read too. */
class SignalVectorsTest {

  /**
   * One frame.
   *
   * @param text as it goes over the wire
   */
  private record Vector(String group, String name, String text) {}

  private final List<Vector> vectors = read();

  @TestFactory
  List<DynamicTest> readsWhatAPeerSaysAndWritesTheSame() {
    return each(
        "from_client",
        text -> {
          Signal signal = ((SignalFrame.FromPeer) SignalFrames.read(text).orElseThrow()).signal();
          assertThat(SignalFrames.read(SignalFrames.write(signal)))
              .contains(new SignalFrame.FromPeer(signal));
        });
  }

  @TestFactory
  List<DynamicTest> understandsAllThatTheServiceSaysButWhatWasWrongWithAFrame() {
    return each(
        "from_service",
        text -> assertThat(SignalFrames.read(text).isEmpty()).isEqualTo(text.contains("error\",")));
  }

  @TestFactory
  List<DynamicTest> makesNothingOfWhatIsNoFrameOfOurs() {
    return each("ignored", text -> assertThat(SignalFrames.read(text)).isEmpty());
  }

  private interface Check {
    void of(String text);
  }

  private List<DynamicTest> each(String group, Check check) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Vector vector : vectors) {
      if (vector.group().equals(group)) {
        tests.add(DynamicTest.dynamicTest(vector.name(), () -> check.of(vector.text())));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private static List<Vector> read() {
    InputStream file = SignalVectorsTest.class.getResourceAsStream("/signal-frames.json");
    try (JsonReader json = JsonReader.of(Okio.buffer(Okio.source(Objects.requireNonNull(file))))) {
      List<Vector> vectors = new ArrayList<>();
      json.beginObject();
      while (json.hasNext()) {
        readGroup(json, json.nextName(), vectors);
      }
      return vectors;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void readGroup(JsonReader json, String group, List<Vector> vectors)
      throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      json.beginObject();
      json.skipName();
      String name = json.nextString();
      boolean isText = json.nextName().equals("text");
      String text = isText ? json.nextString() : json.nextSource().readUtf8();
      vectors.add(new Vector(group, name, text));
      json.endObject();
    }
    json.endArray();
  }
}
