package org.sessionsettlement.cli.demo;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sessionsettlement.cli.stack.SelfCommand;
import org.sessionsettlement.cli.up.JoinCommand;

/** A seat held by {@code settle join} in a process of its own, so that it can truly be killed. */
final class ProcessSeat implements Seat, AutoCloseable {
  private final Process process;
  private final BufferedWriter to;
  private final BufferedReader from;

  private ProcessSeat(Process process) {
    this.process = process;
    this.to = process.outputWriter();
    this.from = process.inputReader();
  }

  /** Starts the process; it joins when it is told to, and ends when this process does. */
  static ProcessSeat start(String serviceUrl, String bookingId, Path keyFile, Path logFile) {
    List<String> command =
        new ArrayList<>(
            SelfCommand.of(
                "join",
                bookingId,
                "--service",
                serviceUrl,
                "--key-file",
                keyFile.toString(),
                "--paced"));
    try {
      return new ProcessSeat(
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start settle join", e);
    }
  }

  @Override
  public Answer join() {
    return tell(JoinCommand.PACE_JOIN);
  }

  @Override
  public Answer beat() {
    return tell(JoinCommand.PACE_BEAT);
  }

  @Override
  public void leave() {
    tell(JoinCommand.PACE_LEAVE);
  }

  /** SIGKILL. */
  @Override
  public void crash() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private Answer tell(String word) {
    try {
      to.write(word + "\n");
      to.flush();
      String answer = from.readLine();
      if (answer == null) {
        throw new DemoFailure("settle join ended when it was told to " + word);
      }
      return read(answer);
    } catch (IOException e) {
      throw new DemoFailure("settle join does not listen", e);
    }
  }

  private static Answer read(String answer) {
    return switch (answer) {
      case JoinCommand.PACE_OK -> Answer.SEATED;
      case "lease_over" -> Answer.LEASE_OVER;
      case "session_over", "booking_not_active" -> Answer.TURNED_AWAY;
      default -> throw new DemoFailure("settle join answers " + answer);
    };
  }
}
