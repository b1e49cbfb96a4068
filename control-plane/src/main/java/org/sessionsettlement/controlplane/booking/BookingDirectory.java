package org.sessionsettlement.controlplane.booking;

import java.util.Optional;
import org.sessionsettlement.controlplane.db.BookingKey;

/** Finds a booking: in the mirror, and on the chain where the mirror does not have it yet. */
public interface BookingDirectory {
  /**
   * The booking, or empty where the chain has none of that id.
   *
   * @throws org.sessionsettlement.tempo.rpc.RpcUnavailableException when the chain had to be asked
   *     and is away
   */
  Optional<BookingView> find(BookingKey key);
}
