package org.sessionsettlement.controlplane.session;

/** What a party's client said of its media, and when it said so. */
public record MediaReport(Role role, long atMs, MediaState state) {}
