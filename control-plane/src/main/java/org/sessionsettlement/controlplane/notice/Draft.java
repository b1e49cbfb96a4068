package org.sessionsettlement.controlplane.notice;

import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Keccak256;

/**
 * A notice before it has its number.
 *
 * @param atSeconds when it happened, or became so, by the chain's time
 * @param occasion what tells it from others of its kind: whoever derives it again, on whichever
 *     node, gives it the same
 */
record Draft(
    BookingKey booking, Address host, Address guest, long atSeconds, String occasion, What what) {
  private static final int ID_DIGITS = 32;

  static Draft of(BookingRecord booking, long atSeconds, String occasion, What what) {
    return new Draft(booking.key(), booking.host(), booking.guest(), atSeconds, occasion, what);
  }

  /** 32 hex digits that follow from escrow, kind and occasion alone. */
  String id() {
    String source = booking.escrow() + "|" + NoticeKind.of(what).text() + "|" + occasion;
    return Keccak256.hash(source).toString().substring(2, 2 + ID_DIGITS);
  }

  Notice numbered(long number) {
    return new Notice(number, id(), booking, host, guest, atSeconds, what);
  }
}
