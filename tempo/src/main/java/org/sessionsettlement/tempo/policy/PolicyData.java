package org.sessionsettlement.tempo.policy;

import org.sessionsettlement.tempo.Address;

/**
 * A policy without its list.
 *
 * @param admin who changes the list; zero for the built-in policies 0 and 1
 */
public record PolicyData(PolicyType type, Address admin) {}
