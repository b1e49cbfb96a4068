package org.sessionsettlement.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ServeHelpTest {
  private static final Pattern SETTING = Pattern.compile("`(SETTLE_SERVICE_[A-Z_]+)`");

  @Test
  void listsEverySettingOfTheGuideToKeys() throws IOException {
    var help = new CommandLine(new ServeCommand()).getUsageMessage();
    var guide = Files.readString(guide());
    var settings =
        SETTING.matcher(guide).results().map(match -> match.group(1)).collect(Collectors.toSet());
    assertThat(settings).hasSizeGreaterThan(10);
    assertThat(new TreeSet<>(settings)).allSatisfy(name -> assertThat(help).contains(name));
  }

  private static Path guide() {
    var fromModule = Path.of("../docs/keys.md");
    return Files.exists(fromModule) ? fromModule : Path.of("docs/keys.md");
  }
}
