package org.sessionsettlement.bench.load;

import org.sessionsettlement.controlplane.app.Serve;

/** The service, in a process of its own. */
final class ServiceMain {
  private ServiceMain() {}

  public static void main(String[] args) {
    System.exit(Serve.run(System.getenv(), System.in, System.err));
  }
}
