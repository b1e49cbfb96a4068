package org.sessionsettlement.controlplane.indexer;

import java.util.ArrayList;
import java.util.List;

/** A field of which mirror and chain say different things; booking 0 is the escrow as a whole. */
record Difference(long bookingId, String field, String mirror, String chain) {
  static final long WHOLE_ESCROW = 0;

  static List<Difference> between(EscrowSource.Totals mirror, EscrowSource.Totals chain) {
    var differences = new Differences(WHOLE_ESCROW);
    differences.compare("total_held", mirror.held(), chain.held());
    differences.compare("slots", mirror.slots(), chain.slots());
    differences.compare("bookings", mirror.bookings(), chain.bookings());
    return differences.all();
  }

  /** Collects the differences of one booking. */
  static final class Differences {
    private final long bookingId;
    private final List<Difference> found = new ArrayList<>();

    Differences(long bookingId) {
      this.bookingId = bookingId;
    }

    void compare(String field, Object mirror, Object chain) {
      if (!mirror.equals(chain)) {
        found.add(new Difference(bookingId, field, mirror.toString(), chain.toString()));
      }
    }

    List<Difference> all() {
      return found;
    }
  }
}
