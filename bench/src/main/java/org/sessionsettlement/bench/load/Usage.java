package org.sessionsettlement.bench.load;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Processor time of service, PostgreSQL, generator and machine, between two moments. */
final class Usage {
  private final long service;
  private final long postgres;
  private final Reading begin;

  /** All in seconds. */
  private record Reading(
      double at, double service, double postgres, double generator, double machine) {}

  private Usage(long service, long postgres) throws IOException {
    this.service = service;
    this.postgres = postgres;
    this.begin = read();
  }

  /** From now on, of these processes and of this one. */
  static Usage ofNow(long service, long postgres) throws IOException {
    return new Usage(service, postgres);
  }

  private Reading read() throws IOException {
    double database = 0;
    for (long pid : Processes.family(postgres)) {
      database += Processes.cpuSeconds(pid);
    }
    return new Reading(
        System.nanoTime() / (double) TimeUnit.SECONDS.toNanos(1),
        Processes.cpuSeconds(service),
        database,
        Processes.cpuSeconds(ProcessHandle.current().pid()),
        Processes.busySeconds());
  }

  /** What was used until now. */
  String soFar() throws IOException {
    var end = read();
    double seconds = end.at() - begin.at();
    double cores = Runtime.getRuntime().availableProcessors();
    return String.format(
        Locale.ROOT,
        "CPU s/s: service %.2f, PostgreSQL %.2f, generator %.2f; machine %.0f%% busy; memory:"
            + " service %,d MiB resident, PostgreSQL %,d MiB; %.0f s",
        (end.service() - begin.service()) / seconds,
        (end.postgres() - begin.postgres()) / seconds,
        (end.generator() - begin.generator()) / seconds,
        100 * (end.machine() - begin.machine()) / seconds / cores,
        Processes.residentMib(service),
        databaseMib(),
        seconds);
  }

  private long databaseMib() throws IOException {
    long mib = 0;
    for (long pid : Processes.family(postgres)) {
      mib += Processes.proportionalMib(pid);
    }
    return mib;
  }
}
