package org.sessionsettlement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.cli.stack.ProjectHome;

/** What docs/runbook.md tells to do can be done. */
class RunbookTest {
  private static final Pattern VERB = Pattern.compile("(?:`| {4}|^)settle ([a-z][a-z-]*)");
  private static final Pattern ALARM = Pattern.compile("- alert: (\\w+)");
  private static final Pattern SECTION = Pattern.compile("^### (\\w+)$");
  private static final Pattern SETTING = Pattern.compile("`(SETTLE_SERVICE_[A-Z_]+)");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]*)(?:#([a-z-]+))?\\)");

  @Test
  void everyVerbThatItNamesExists() throws IOException {
    var verbs = found(VERB, read("docs/runbook.md"));
    assertThat(verbs).contains("explain", "stuck", "attest", "verify-metrics");
    assertThat(Main.commandLine().getSubcommands().keySet()).containsAll(verbs);
  }

  @Test
  void everyAlarmHasItsSectionAndEverySectionItsAlarm() throws IOException {
    assertThat(found(SECTION, read("docs/runbook.md")))
        .isNotEmpty()
        .isEqualTo(found(ALARM, read("deploy/prometheus/settlement.rules.yml")));
  }

  @Test
  void everySettingThatItNamesIsInTheGuideToSettings() throws IOException {
    var guide = read("docs/http.md");
    assertThat(found(SETTING, read("docs/runbook.md")))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(guide).contains(shortName(name)));
  }

  /** The guide leaves out what a line's settings share. */
  private static String shortName(String setting) {
    return setting.substring("SETTLE_SERVICE".length());
  }

  @Test
  void everyPlaceThatItLeadsToIsThere() throws IOException {
    var runbook = read("docs/runbook.md");
    var headings =
        runbook
            .lines()
            .filter(line -> line.startsWith("#"))
            .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
            .map(heading -> heading.replace(' ', '-'))
            .collect(Collectors.toSet());
    for (var link : LINK.matcher(runbook).results().toList()) {
      if (link.group(1).isEmpty()) {
        assertThat(headings).contains(link.group(2));
      } else {
        assertThat(ProjectHome.path().resolve("docs").resolve(link.group(1))).exists();
      }
    }
  }

  private static Set<String> found(Pattern pattern, String text) {
    return text.lines()
        .flatMap(line -> pattern.matcher(line).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(String file) throws IOException {
    return Files.readString(ProjectHome.path().resolve(Path.of(file)));
  }
}
