package org.sessionsettlement.controlplane.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The service as a process: from its environment to its exit code. */
public final class Serve {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int WRONG_SETTING = 2;
  private static final long STOP_LIMIT_SECONDS = 30;

  private final InputStream stdin;
  private final PrintStream stderr;
  private final CountDownLatch stopAsked = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  private Serve(InputStream stdin, PrintStream stderr) {
    this.stdin = stdin;
    this.stderr = stderr;
  }

  /**
   * Serves until the process is asked to stop, or until standard input ends where the settings say
   * so.
   *
   * @return the process's exit code: 0, or 2 after one line on standard error that names the
   *     setting that is missing or wrong
   */
  public static int run(Map<String, String> environment, InputStream stdin, PrintStream stderr) {
    return new Serve(stdin, stderr).run(environment);
  }

  private int run(Map<String, String> environment) {
    try {
      serve(ServiceConfig.from(environment));
      return OK;
    } catch (WrongSetting e) {
      stderr.println(e.getMessage());
      return WRONG_SETTING;
    } catch (IOException e) {
      stderr.println("SETTLE_SERVICE_READY_FILE cannot be written: " + e.getMessage());
      return WRONG_SETTING;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    } finally {
      stopped.countDown();
    }
  }

  private void serve(ServiceConfig config) throws IOException, InterruptedException {
    try (var service = ControlPlane.start(config)) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "stop"));
      if (config.node().exitOnStdinEof()) {
        Thread.ofPlatform().name("stdin").daemon().start(this::stopAtEndOfInput);
      }
      announce(config, service.port());
      stopAsked.await();
    } finally {
      retract(config);
    }
  }

  private static void announce(ServiceConfig config, int port) throws IOException {
    if (config.node().readyFile().isPresent()) {
      ReadyFile.write(config.node().readyFile().get(), port);
    }
  }

  private static void retract(ServiceConfig config) throws IOException {
    if (config.node().readyFile().isPresent()) {
      Files.deleteIfExists(config.node().readyFile().get());
    }
  }

  private void stopAtEndOfInput() {
    try {
      stdin.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // An input that cannot be read any more has ended, too.
    }
    stopAsked.countDown();
  }

  private void stopAndWait() {
    stopAsked.countDown();
    try {
      boolean inTime = stopped.await(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
      if (!inTime) {
        stderr.println("the service did not stop within " + STOP_LIMIT_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
