package org.sessionsettlement.controlplane.market;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a host says of itself.
 *
 * @param displayName at most 80 characters, empty where there is none
 * @param acceptingBookings what guests are told; the chain keeps nobody from booking an open slot
 * @param timeZone an IANA zone, in which {@code weekly} is meant
 * @param weekly when the host is there, as the app turns it into slots
 * @param bookingDefaults terms that the app proposes
 */
record HostSettings(
    String displayName,
    boolean acceptingBookings,
    String timeZone,
    List<Hours> weekly,
    Optional<Defaults> bookingDefaults) {
  /** Of a host that has said nothing. */
  static final HostSettings NONE = new HostSettings("", true, "UTC", List.of(), Optional.empty());

  HostSettings {
    weekly = List.copyOf(weekly);
  }

  /**
   * A stretch of a weekday.
   *
   * @param day 1 Monday to 7 Sunday (ISO 8601)
   * @param from HH:MM
   * @param to HH:MM, later; 24:00 is the day's end
   */
  record Hours(int day, String from, String to) {}

  /** Lengths in minutes. */
  record Defaults(int durationMins, int graceMins, int minOverlapMins, int cancelCutoffMins) {}

  /** The same as it comes in, unchecked. */
  record Asked(
      @Nullable String displayName,
      @Nullable Boolean acceptingBookings,
      @Nullable String timeZone,
      @Nullable List<@Nullable Hours> weekly,
      @Nullable Defaults bookingDefaults) {}
}
