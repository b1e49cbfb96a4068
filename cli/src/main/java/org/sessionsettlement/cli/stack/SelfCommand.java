package org.sessionsettlement.cli.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The command line that runs another verb of this program in a process of its own: same Java, same
 * class path.
 */
public final class SelfCommand {
  private static final String MAIN = "org.sessionsettlement.cli.Main";

  private SelfCommand() {}

  /** {@code settle verb...} as a command. */
  public static List<String> of(String... verb) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            // Short lives on a small machine: the first compiler's code is good enough and costs
            // less to make.
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            MAIN));
    command.addAll(Arrays.asList(verb));
    return command;
  }
}
