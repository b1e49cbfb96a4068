package org.sessionsettlement.controlplane.booking;

import java.util.regex.Pattern;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.problem.Problem;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.tempo.Address;

/**
 * Reads what a caller names a booking by: {@code <id>} of the default escrow, or {@code
 * <escrow>-<id>}.
 */
public final class BookingIds {
  private static final Pattern SHAPE = Pattern.compile("(?:(0x[0-9a-fA-F]{40})-)?([0-9]{1,18})");

  private final Address defaultEscrow;

  public BookingIds(Address defaultEscrow) {
    this.defaultEscrow = defaultEscrow;
  }

  /**
   * The booking so named, whether or not it exists.
   *
   * @throws org.sessionsettlement.controlplane.problem.ProblemException {@code bad_booking_id}
   */
  public BookingKey parse(String text) {
    var parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw bad();
    }
    String escrow = parts.group(1);
    long id = Long.parseLong(parts.group(2));
    return new BookingKey(escrow == null ? defaultEscrow : address(escrow), id);
  }

  private static Address address(String text) {
    try {
      return Address.parse(text);
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  private static RuntimeException bad() {
    String detail = "A booking is named by its number, or by <escrow address>-<number>";
    return new Problem(ProblemCode.BAD_BOOKING_ID, detail).asException();
  }
}
