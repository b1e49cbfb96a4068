package org.sessionsettlement.controlplane.oracle;

import java.util.List;
import org.sessionsettlement.controlplane.db.BookingKey;

/** A second, independent view of the chain, heard before anything is signed. */
public interface Witness {
  /** Where one endpoint has to do. */
  Witness NONE = _ -> new Agreement.Agrees();

  /** Whether it says of all of these that they are Booked. Never throws for a node's fault. */
  Agreement agreesBooked(List<BookingKey> bookings);
}
