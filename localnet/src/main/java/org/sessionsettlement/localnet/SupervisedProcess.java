package org.sessionsettlement.localnet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A child process that ends whatever happens to its parent, a {@code kill -9} included.
 *
 * <p>The child runs under a small shell wrapper whose standard input is a pipe from this JVM. When
 * the JVM goes, the kernel closes the pipe, and the wrapper ends the child: TERM first, KILL after
 * {@link Spec#termBound()}. Nothing but a POSIX shell is needed.
 */
public final class SupervisedProcess implements AutoCloseable {

  /**
   * What to run.
   *
   * @param name for messages
   * @param command program and arguments
   * @param environment added to this process's own, of which SETTLE_ variables are not handed on
   * @param logFile takes both outputs, bounded by {@link BoundedLog}
   * @param termBound how long the child may take between TERM and KILL; whole seconds
   */
  public record Spec(
      String name,
      List<String> command,
      Map<String, String> environment,
      java.nio.file.Path logFile,
      Duration termBound) {
    public Spec {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }
  }

  private static final Duration WRAPPER_GRACE = Duration.ofSeconds(2);
  private static final long PROBE_EVERY_MS = 15;
  private static final int LAST_LINES = 15;

  private final Spec spec;
  private final Process wrapper;
  private final BoundedLog log;

  private SupervisedProcess(Spec spec, Process wrapper, BoundedLog log) {
    this.spec = spec;
    this.wrapper = wrapper;
    this.log = log;
  }

  /**
   * Starts the child; it need not be ready yet.
   *
   * @throws UncheckedIOException if there is no shell or the log file cannot be written
   */
  public static SupervisedProcess start(Spec spec) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", "-c", wrapperScript(), "supervise"));
    command.add(Long.toString(spec.termBound().toSeconds()));
    command.addAll(spec.command());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // What this process was told by SETTLE_ variables is not meant for its children, which are told
    // all they need.
    builder.environment().keySet().removeIf(name -> name.startsWith("SETTLE_"));
    builder.environment().putAll(spec.environment());
    try {
      BoundedLog log = BoundedLog.open(spec.logFile());
      Process wrapper = builder.start();
      log.pump(wrapper.getInputStream(), spec.name());
      return new SupervisedProcess(spec, wrapper, log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + spec.name(), e);
    }
  }

  /**
   * Waits until the probe says yes.
   *
   * @throws LocalnetException if the child ends first or the time is over; its last output is in
   *     the message
   */
  public void awaitReady(BooleanSupplier probe, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!probe.getAsBoolean()) {
      if (endsWithin(PROBE_EVERY_MS)) {
        throw failure("ended with status " + wrapper.exitValue() + " before it was ready");
      }
      if (System.nanoTime() > deadline) {
        throw failure("was not ready within " + timeout.toSeconds() + " s");
      }
    }
  }

  public boolean isAlive() {
    return wrapper.isAlive();
  }

  /** Ends the child at once, as {@code kill -9} does: it gets no chance to tidy up. */
  public void kill() {
    List<ProcessHandle> all = wrapper.descendants().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    wrapper.destroyForcibly();
    awaitEnd(WRAPPER_GRACE);
  }

  /**
   * TERM, wait up to the bound, KILL. Returns when the child is gone; does nothing the second time.
   */
  @Override
  public void close() {
    wrapper.destroy();
    if (!awaitEnd(spec.termBound())) {
      kill();
    }
    log.close();
  }

  /** The last lines of the child's output, for messages. */
  public List<String> lastOutput() {
    return log.lastLines(LAST_LINES);
  }

  private LocalnetException failure(String what) {
    return new LocalnetException(
        spec.name() + " " + what + "; its last output:\n  " + String.join("\n  ", lastOutput()));
  }

  private boolean endsWithin(long millis) {
    try {
      return wrapper.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalnetException("interrupted while waiting for " + spec.name());
    }
  }

  private boolean awaitEnd(Duration bound) {
    try {
      return wrapper.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String wrapperScript() {
    try (InputStream in = SupervisedProcess.class.getResourceAsStream("supervise.sh")) {
      if (in == null) {
        throw new LocalnetException("supervise.sh is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
