package org.sessionsettlement.localnet;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A supervisor in a JVM of its own, so that a test can kill it. */
public final class SupervisorMain {
  private SupervisorMain() {}

  public static void main(String[] args) throws InterruptedException {
    SupervisedProcess.start(
        SupervisedProcessTest.specIn(Path.of(args[0]), List.of("sh", "-c", args[1])));
    new CountDownLatch(1).await();
  }
}
