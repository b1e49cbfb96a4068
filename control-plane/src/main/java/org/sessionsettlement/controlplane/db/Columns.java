package org.sessionsettlement.controlplane.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.tempo.Address;

/** Many rows as one array a column, for {@code unnest}: one statement, however many rows. */
public final class Columns {
  private Columns() {}

  public static <T> @Nullable String[] text(
      List<? extends T> rows, Function<? super T, ? extends @Nullable String> column) {
    var values = new @Nullable String[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    return values;
  }

  public static <T> @Nullable Long[] numbers(
      List<? extends T> rows, Function<? super T, ? extends @Nullable Long> column) {
    var values = new @Nullable Long[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    return values;
  }

  public static <T> Boolean[] flags(List<? extends T> rows, Predicate<? super T> column) {
    var values = new Boolean[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.test(rows.get(i));
    }
    return values;
  }

  /** The address in that column of a row. */
  public static Address address(ResultSet row, String column) throws SQLException {
    return KnownAddresses.parse(row.getString(column));
  }

  /** The column escrow of these bookings. */
  public static @Nullable String[] escrows(List<BookingKey> keys) {
    return text(keys, key -> key.escrow().toString());
  }

  /** The column booking_id of these bookings. */
  public static @Nullable Long[] bookings(List<BookingKey> keys) {
    return numbers(keys, BookingKey::bookingId);
  }
}
