package org.sessionsettlement.controlplane.live;

import java.util.Optional;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.tempo.Address;

/** What a page wants to hear of; both empty is everything. */
record LiveFilter(Optional<Address> party, Optional<BookingKey> booking) {
  boolean takes(LiveEvent event) {
    return party.map(event.concerned()::contains).orElse(true)
        && booking.map(key -> event.booking().filter(key::equals).isPresent()).orElse(true);
  }
}
