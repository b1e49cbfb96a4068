package org.sessionsettlement.controlplane.oracle;

import java.util.Set;
import org.sessionsettlement.controlplane.db.BookingKey;

/** What a second endpoint says to what the first one says. */
public sealed interface Agreement {
  /** Every one of the bookings is Booked there, too. */
  record Agrees() implements Agreement {}

  /**
   * It is on the same chain and as far, and says something else.
   *
   * @param notBooked those of the bookings that are not Booked there
   */
  record Disagrees(Set<BookingKey> notBooked) implements Agreement {
    public Disagrees {
      notBooked = Set.copyOf(notBooked);
    }
  }

  /**
   * It cannot be asked: away, behind, or on another chain. Nothing may be signed on that.
   *
   * @param reason for logs: {@code no_answer}, {@code behind}, {@code other_chain}, {@code
   *     other_block}
   */
  record Unavailable(String reason) implements Agreement {}
}
