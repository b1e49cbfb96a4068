package org.sessionsettlement.controlplane.market;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.market.HostSettings.Defaults;
import org.sessionsettlement.controlplane.market.HostSettings.Hours;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The table host_settings. */
final class HostSettingsTable {
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final JsonMapper json = JsonMapper.shared();

  HostSettingsTable(Database database, InstantSource clock) {
    this.jdbc = database.jdbc();
    this.clock = clock;
  }

  /**
   * Settings as they are kept.
   *
   * @param acceptingChangedMs when the host last began or stopped to accept bookings
   */
  record Kept(HostSettings settings, long acceptingChangedMs) {}

  Optional<Kept> find(Address wallet) {
    return jdbc.sql("select * from host_settings where wallet = :wallet")
        .param("wallet", wallet.toString())
        .query((row, i) -> read(row))
        .optional();
  }

  void put(Address wallet, HostSettings settings) {
    jdbc.sql(
            """
            insert into host_settings as h (wallet, display_name, accepting_bookings,
              accepting_changed_ms, time_zone, weekly, booking_defaults, updated_ms)
            values (:wallet, :name, :accepting, :now, :zone, :weekly::jsonb, :defaults::jsonb, :now)
            on conflict (wallet) do update set display_name = excluded.display_name,
              accepting_bookings = excluded.accepting_bookings,
              accepting_changed_ms = case
                when h.accepting_bookings = excluded.accepting_bookings
                then h.accepting_changed_ms else excluded.accepting_changed_ms end,
              time_zone = excluded.time_zone, weekly = excluded.weekly,
              booking_defaults = excluded.booking_defaults, updated_ms = excluded.updated_ms
            """)
        .param("wallet", wallet.toString())
        .param("name", settings.displayName())
        .param("accepting", settings.acceptingBookings())
        .param("zone", settings.timeZone())
        .param("weekly", json.writeValueAsString(settings.weekly()))
        .param("defaults", settings.bookingDefaults().map(json::writeValueAsString).orElse(null))
        .param("now", clock.millis())
        .update();
  }

  private Kept read(ResultSet row) throws SQLException {
    var defaults = Optional.ofNullable(row.getString("booking_defaults"));
    return new Kept(
        new HostSettings(
            row.getString("display_name"),
            row.getBoolean("accepting_bookings"),
            row.getString("time_zone"),
            Arrays.asList(json.readValue(row.getString("weekly"), Hours[].class)),
            defaults.map(text -> json.readValue(text, Defaults.class))),
        row.getLong("accepting_changed_ms"));
  }
}
