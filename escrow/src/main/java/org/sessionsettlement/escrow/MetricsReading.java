package org.sessionsettlement.escrow;

import static java.util.stream.Collectors.toList;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sessionsettlement.rules.Charges;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.Intervals;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.rules.SessionMetrics;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.RpcException;

/** From JSON back to the payload; refuses members that are missing, unknown or of another type. */
final class MetricsReading {
  private static final Set<String> MEMBERS =
      Set.of(
          "schema",
          "chainId",
          "escrow",
          "bookingId",
          "slot",
          "host",
          "guest",
          "gaps",
          "watermark",
          "outcome",
          "overlapMs",
          "decidedAt");
  private static final Set<String> CHARGES = Set.of("hostMissingMs", "guestMissingMs");
  private static final Set<String> SLOT =
      Set.of("startTime", "durationMins", "graceMins", "minOverlapMins");
  private static final Set<String> PARTY = Set.of("address", "intervals");
  private static final Pattern BOOKING_ID = Pattern.compile("0|[1-9][0-9]{0,77}");

  private MetricsReading() {}

  static SessionMetrics read(String text) {
    try {
      return payload(JsonValue.parse(text));
    } catch (MalformedMetricsException typed) {
      throw typed;
    } catch (RpcException | IllegalArgumentException | ArithmeticException wrong) {
      throw new MalformedMetricsException("no session-metrics/1: " + wrong.getMessage(), wrong);
    }
  }

  private static SessionMetrics payload(JsonValue json) {
    Outcome outcome = outcome(json.get("outcome").text());
    require(json, outcome.isNoShow() ? union(MEMBERS, CHARGES) : MEMBERS);
    check(json.get("schema").text().equals(SessionMetrics.SCHEMA), "another schema");
    String bookingId = json.get("bookingId").text();
    check(BOOKING_ID.matcher(bookingId).matches(), "bookingId is no decimal number");
    SlotTerms slot = slot(json.get("slot"));
    long watermarkMs = json.get("watermark").number();
    Interval known = known(slot, watermarkMs);
    return new SessionMetrics(
        json.get("chainId").number(),
        json.get("escrow").address().toString(),
        bookingId,
        slot,
        party(json.get("host"), known),
        party(json.get("guest"), known),
        intervals(json.get("gaps"), known),
        watermarkMs,
        decision(json, outcome));
  }

  /** [S, min(W, E)): nothing is on record outside. */
  private static Interval known(SlotTerms slot, long watermarkMs) {
    long until = Math.min(watermarkMs, slot.endMs());
    return new Interval(slot.startMs(), Math.max(slot.startMs(), until));
  }

  private static Decision decision(JsonValue json, Outcome outcome) {
    Optional<Charges> charges =
        outcome.isNoShow()
            ? Optional.of(
                new Charges(
                    json.get("hostMissingMs").number(), json.get("guestMissingMs").number()))
            : Optional.empty();
    return new Decision(
        outcome, json.get("overlapMs").number(), json.get("decidedAt").number(), charges);
  }

  private static SlotTerms slot(JsonValue json) {
    require(json, SLOT);
    return new SlotTerms(
        json.get("startTime").number(),
        Math.toIntExact(json.get("durationMins").number()),
        json.get("graceMins").number(),
        Math.toIntExact(json.get("minOverlapMins").number()));
  }

  private static SessionMetrics.Party party(JsonValue json, Interval known) {
    require(json, PARTY);
    return new SessionMetrics.Party(
        json.get("address").address().toString(), intervals(json.get("intervals"), known));
  }

  private static List<Interval> intervals(JsonValue json, Interval known) {
    List<Interval> all = json.items().stream().map(MetricsReading::interval).collect(toList());
    List<Interval> united = Intervals.unite(all);
    check(united.equals(all), "intervals are not united and in order");
    List<Interval> inside = Intervals.clip(all, known.fromMs(), known.untilMs());
    check(inside.equals(all), "an interval outside of what was known of the session");
    return all;
  }

  private static Interval interval(JsonValue json) {
    List<JsonValue> ends = json.items();
    check(ends.size() == 2, "an interval has two ends");
    return new Interval(ends.get(0).number(), ends.get(1).number());
  }

  private static Outcome outcome(String name) {
    return Outcome.ofContractName(name)
        .orElseThrow(() -> new MalformedMetricsException("no outcome: " + name));
  }

  private static void require(JsonValue json, Set<String> members) {
    check(json.names().equals(members), "members are missing or unknown");
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new MalformedMetricsException(otherwise);
    }
  }
}
