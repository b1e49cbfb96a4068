package org.sessionsettlement.controlplane.oracle;

/**
 * What this node has the keys for.
 *
 * @param attests whether it is an oracle
 * @param keeps whether it is a keeper
 */
public record Duties(boolean attests, boolean keeps) {}
