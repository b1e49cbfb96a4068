/**
 * {@code settle deploy} and {@code settle escrow status}: putting an escrow on a chain, and saying
 * what is odd about one.
 */
@NullMarked
package org.sessionsettlement.cli.deploy;

import org.jspecify.annotations.NullMarked;
