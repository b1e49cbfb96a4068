package org.sessionsettlement.controlplane.app;

/** A value that must not reach a log: printing it shows nothing. */
public record Secret(String value) {
  @Override
  public String toString() {
    return "(secret)";
  }
}
