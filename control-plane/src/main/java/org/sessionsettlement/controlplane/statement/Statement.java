package org.sessionsettlement.controlplane.statement;

import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * A statement as it is kept.
 *
 * @param saidMs by the service's clock
 * @param hash of its words, see {@link Words#hash}
 * @param words empty once they were erased
 */
record Statement(Address wallet, long saidMs, Hash32 hash, Optional<Words> words) {}
