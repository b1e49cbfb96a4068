package org.sessionsettlement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code -Dpicture=write} draws the picture anew, where cases or drawing have changed. */
class RulebookPictureTest {
  private static final Path PICTURE = Path.of("..", "docs", "img", "rulebook-cases.svg");
  private static final List<String> SHOWN =
      List.of(
          "both there throughout",
          "reconnects add up",
          "host never comes",
          "host late within grace, guest leaves two minutes early: guest at fault",
          "host leaves early",
          "both away at once is charged to nobody: late host, guest steps out meanwhile",
          "unwatched time is nobody's fault",
          "unwatched time that could have saved the session: inconclusive");

  @Test
  void thePictureInTheDocumentationIsDrawnFromTheCases() throws IOException {
    String drawn = RulebookPicture.of(SHOWN);
    if ("write".equals(System.getProperty("picture"))) {
      Files.writeString(PICTURE, drawn);
    }
    assertThat(Files.readString(PICTURE)).isEqualTo(drawn);
  }
}
