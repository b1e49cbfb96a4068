package org.sessionsettlement.controlplane.auth;

import java.time.Duration;

/**
 * How long what a sign-in gives is good for.
 *
 * @param access of an access token, which cannot be taken back
 * @param signIn from the signature until a new one is needed, however often it is refreshed
 */
public record Lifetimes(Duration access, Duration signIn) {
  /** A session lasts up to 240 minutes; a sign-in from before its start outlasts it. */
  public static final Lifetimes USUAL = new Lifetimes(Duration.ofMinutes(10), Duration.ofHours(8));
}
