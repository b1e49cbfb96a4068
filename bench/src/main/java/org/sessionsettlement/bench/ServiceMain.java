package org.sessionsettlement.bench;

import org.sessionsettlement.controlplane.app.Serve;

/** The service, in a process of its own, set up by its environment. */
public final class ServiceMain {
  private ServiceMain() {}

  public static void main(String[] args) {
    System.exit(Serve.run(System.getenv(), System.in, System.err));
  }
}
