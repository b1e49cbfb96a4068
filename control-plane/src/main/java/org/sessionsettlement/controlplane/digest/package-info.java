/** Hashes that every JVM computes. */
@NullMarked
package org.sessionsettlement.controlplane.digest;

import org.jspecify.annotations.NullMarked;
