package org.sessionsettlement.cli.stack;

/** Hears what is being done now, one short phrase at a time. */
@FunctionalInterface
public interface Progress {
  Progress SILENT = phrase -> {};

  void now(String phrase);
}
