package org.sessionsettlement.controlplane;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sessionsettlement.controlplane.booking.BookingDirectory;
import org.sessionsettlement.controlplane.booking.BookingView;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.tempo.Address;

/** Bookings as a test says they are. */
public final class FakeBookings implements BookingDirectory {
  public static final Address ESCROW = Address.parse("0x" + "11".repeat(20));
  public static final Address HOST = Address.parse("0x" + "22".repeat(20));
  public static final Address GUEST = Address.parse("0x" + "33".repeat(20));
  public static final Address STRANGER = Address.parse("0x" + "44".repeat(20));

  /** 2026-11-24T00:00:00Z. */
  public static final long START_S = 1_795_478_400;

  public static final long START_MS = START_S * 1000;
  public static final SlotTerms HALF_AN_HOUR = new SlotTerms(START_S, 30, 5, 15);

  private final Map<BookingKey, BookingView> views = new ConcurrentHashMap<>();

  public static BookingKey key(long id) {
    return new BookingKey(ESCROW, id);
  }

  /** A booking of {@link #HOST} and {@link #GUEST} from {@link #START_S} for half an hour. */
  public BookingKey booked(long id) {
    return put(id, BookingStatus.BOOKED);
  }

  public BookingKey put(long id, BookingStatus status) {
    return put(id, HOST, GUEST, status);
  }

  public BookingKey put(long id, Address host, Address guest, BookingStatus status) {
    var view = new BookingView(key(id), host, guest, HALF_AN_HOUR, status);
    views.put(view.key(), view);
    return view.key();
  }

  @Override
  public Optional<BookingView> find(BookingKey key) {
    return Optional.ofNullable(views.get(key));
  }
}
