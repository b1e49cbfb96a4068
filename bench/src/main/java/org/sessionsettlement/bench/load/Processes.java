package org.sessionsettlement.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What /proc says of processes (proc(5)): processor time, memory. */
final class Processes {
  private static final Path PROC = Path.of("/proc");

  /** Linux's USER_HZ, the same everywhere that Java runs. */
  private static final double TICKS_A_SECOND = 100;

  private static final int USER_TICKS = 11;
  private static final int ALL_TICKS = 4;
  private static final long KIB_A_MIB = 1_024;

  private Processes() {}

  /** Processor time of this process and of those children that it has buried, in seconds. */
  static double cpuSeconds(long pid) throws IOException {
    var stat = stat(pid);
    double ticks = 0;
    for (int i = USER_TICKS; i < USER_TICKS + ALL_TICKS; i++) {
      ticks += Long.parseLong(stat.get(i));
    }
    return ticks / TICKS_A_SECOND;
  }

  /** Processor time that this machine was not idle, in seconds of one core. */
  static double busySeconds() throws IOException {
    String[] ticks = Files.readAllLines(PROC.resolve("stat")).getFirst().split(" +", -1);
    double busy = 0;
    for (int i = 1; i <= 8; i++) {
      boolean isIdle = i == 4 || i == 5;
      busy += isIdle ? 0 : Long.parseLong(ticks[i]);
    }
    return busy / TICKS_A_SECOND;
  }

  /** The process and its children. */
  static List<Long> family(long pid) throws IOException {
    var family = new ArrayList<Long>(List.of(pid));
    try (var children = ProcessHandle.of(pid).orElseThrow().children()) {
      children.map(ProcessHandle::pid).forEach(family::add);
    }
    return family;
  }

  /** Resident memory, in MiB. */
  static long residentMib(long pid) throws IOException {
    return mib(PROC.resolve(pid + "/status"), "VmRSS:");
  }

  /** Resident memory with its share of what others have too, in MiB. */
  static long proportionalMib(long pid) throws IOException {
    return mib(PROC.resolve(pid + "/smaps_rollup"), "Pss:");
  }

  private static long mib(Path file, String name) throws IOException {
    return Files.readAllLines(file).stream()
            .filter(line -> line.startsWith(name))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElseThrow()
        / KIB_A_MIB;
  }

  /** The fields after the name, which may have spaces: state first. */
  private static List<String> stat(long pid) throws IOException {
    String line = Files.readString(PROC.resolve(pid + "/stat"));
    return List.of(line.substring(line.lastIndexOf(')') + 2).strip().split(" ", -1));
  }
}
