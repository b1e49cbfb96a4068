package org.sessionsettlement.controlplane.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricTableTest {
  private static final Path DOCUMENT = Path.of("../docs/observability.md");

  @Test
  void isInTheDocumentationLineByLine() throws IOException {
    var documented =
        Files.readAllLines(DOCUMENT).stream().filter(line -> line.startsWith("| `settlement."));
    assertThat(documented)
        .containsExactlyElementsOf(
            Arrays.stream(Metric.values()).map(MetricTableTest::line).toList());
  }

  private static String line(Metric metric) {
    return String.join(
            " | ",
            "| `" + metric.meter() + "`",
            metric.kind().name().toLowerCase(Locale.ROOT),
            metric.tags().stream().map(MetricTableTest::text).collect(Collectors.joining("; ")),
            metric.help())
        + " |";
  }

  private static String text(Tag tag) {
    return tag.values().isEmpty()
        ? tag.name()
        : tag.name() + ": " + String.join(", ", tag.values());
  }
}
