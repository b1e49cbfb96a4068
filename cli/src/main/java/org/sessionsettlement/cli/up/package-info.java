/**
 * {@code settle up}, {@code time} and {@code join}: a stack left running, and the tools to play
 * with it.
 */
@NullMarked
package org.sessionsettlement.cli.up;

import org.jspecify.annotations.NullMarked;
