/** Measurements, each beside the peer or the limit it is held against. */
@NullMarked
package org.sessionsettlement.bench;

import org.jspecify.annotations.NullMarked;
