package org.sessionsettlement.controlplane.market;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.market.HostSettings.Asked;
import org.sessionsettlement.controlplane.market.HostSettings.Defaults;
import org.sessionsettlement.controlplane.market.HostSettings.Hours;

/** Which settings a host may have; the contract's limits where it has them. */
final class HostSettingsRule {
  static final int MOST_NAME_CHARS = 80;
  static final int MOST_HOURS = 50;
  private static final int MOST_DURATION_MINS = 240;
  private static final int MOST_CUTOFF_MINS = 10_080;
  private static final int DAYS = 7;
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");

  private HostSettingsRule() {}

  /** What came of looking at settings. */
  sealed interface Result {
    record Taken(HostSettings settings) implements Result {}

    /**
     * They are not ones that a host can have.
     *
     * @param member the first that is wrong, as JSON names it, and what it has to be
     */
    record Refused(String member) implements Result {}
  }

  static Result check(Asked asked) {
    return fault(asked)
        .<Result>map(Result.Refused::new)
        .orElseGet(() -> new Result.Taken(settings(asked)));
  }

  private static HostSettings settings(Asked asked) {
    return new HostSettings(
        nameOf(asked),
        asked.acceptingBookings() == null || asked.acceptingBookings(),
        asked.timeZone() == null ? HostSettings.NONE.timeZone() : asked.timeZone(),
        hoursOf(asked).stream().map(Objects::requireNonNull).toList(),
        Optional.ofNullable(asked.bookingDefaults()));
  }

  private static String nameOf(Asked asked) {
    return asked.displayName() == null ? "" : asked.displayName().strip();
  }

  private static List<@Nullable Hours> hoursOf(Asked asked) {
    return asked.weekly() == null ? List.of() : asked.weekly();
  }

  private static Optional<String> fault(Asked asked) {
    if (!isName(nameOf(asked))) {
      return Optional.of("display_name: plain text of at most 80 characters");
    }
    if (asked.timeZone() != null && !isZone(asked.timeZone())) {
      return Optional.of("time_zone: an IANA time zone such as Europe/Berlin");
    }
    if (!isWeek(hoursOf(asked))) {
      return Optional.of("weekly: at most 50 of {day: 1 to 7, from: HH:MM, to: a later HH:MM}");
    }
    if (asked.bookingDefaults() != null && !areDefaults(asked.bookingDefaults())) {
      return Optional.of("booking_defaults: minutes that the contract takes");
    }
    return Optional.empty();
  }

  private static boolean isName(String name) {
    return name.length() <= MOST_NAME_CHARS && name.chars().noneMatch(Character::isISOControl);
  }

  private static boolean isZone(String zone) {
    try {
      return ZoneId.getAvailableZoneIds().contains(ZoneId.of(zone).getId());
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isWeek(List<@Nullable Hours> weekly) {
    return weekly.size() <= MOST_HOURS
        && weekly.stream().allMatch(hours -> hours != null && isHours(hours));
  }

  private static boolean isHours(Hours hours) {
    return hours.day() >= 1
        && hours.day() <= DAYS
        && isTime(hours.from())
        && isTime(hours.to())
        && hours.from().compareTo(hours.to()) < 0;
  }

  private static boolean isTime(@Nullable String text) {
    return text != null && TIME.matcher(text).matches();
  }

  private static boolean areDefaults(Defaults terms) {
    return isWithin(terms.durationMins(), 1, MOST_DURATION_MINS)
        && isWithin(terms.graceMins(), 0, Integer.MAX_VALUE)
        && isWithin(terms.minOverlapMins(), 0, terms.durationMins())
        && isWithin(terms.cancelCutoffMins(), 0, MOST_CUTOFF_MINS);
  }

  private static boolean isWithin(int value, int least, int most) {
    return value >= least && value <= most;
  }
}
