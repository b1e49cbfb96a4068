package org.sessionsettlement.cli.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.decide.ReadCase.Fault;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.SlotTerms;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Walks over the one case that a text holds; members it does not know are passed over. */
final class CaseParser {

  /** Ends the walk at the first thing wrong; it never leaves this package. */
  static final class Refusal extends RuntimeException {
    private final Fault fault;
    private final String why;

    Refusal(Fault fault, String why) {
      super(why, null, false, false);
      this.fault = fault;
      this.why = why;
    }

    Fault fault() {
      return fault;
    }

    String why() {
      return why;
    }
  }

  private final JsonParser json;
  private @Nullable SlotTerms slot;
  private @Nullable List<Interval> host;
  private @Nullable List<Interval> guest;
  private @Nullable List<Interval> gaps;
  private @Nullable Long watermarkMs;
  private @Nullable Long chainTimeSeconds;

  CaseParser(JsonParser json) {
    this.json = json;
  }

  /** The case, which must be all there is. */
  Facts onlyCase() {
    json.nextToken();
    forEachMember("the line", this::member);
    Facts facts =
        new Facts(
            required("slot", slot),
            required("host", host),
            required("guest", guest),
            required("gaps", gaps),
            required("watermark", watermarkMs),
            required("chainTime", chainTimeSeconds));
    if (json.nextToken() != null) {
      throw new Refusal(Fault.MALFORMED_JSON, "something follows the object");
    }
    return facts;
  }

  private void member(String name) {
    switch (name) {
      case "slot" -> slot = new SlotParser().slot();
      case "host" -> host = intervals(name);
      case "guest" -> guest = intervals(name);
      case "gaps" -> gaps = intervals(name);
      case "watermark" -> watermarkMs = integer(name);
      case "chainTime" -> chainTimeSeconds = integer(name);
      default -> json.skipChildren();
    }
  }

  private final class SlotParser {
    private @Nullable Long startTime;
    private @Nullable Long durationMins;
    private @Nullable Long graceMins;
    private @Nullable Long minOverlapMins;

    SlotTerms slot() {
      forEachMember("slot", this::member);
      long start = required("slot.startTime", startTime);
      int duration = minutes("slot.durationMins", required("slot.durationMins", durationMins));
      long grace = required("slot.graceMins", graceMins);
      int overlap = minutes("slot.minOverlapMins", required("slot.minOverlapMins", minOverlapMins));
      return refusing(
          Fault.OUT_OF_RANGE, "slot", () -> new SlotTerms(start, duration, grace, overlap));
    }

    private void member(String name) {
      switch (name) {
        case "startTime" -> startTime = integer("slot.startTime");
        case "durationMins" -> durationMins = integer("slot.durationMins");
        case "graceMins" -> graceMins = integer("slot.graceMins");
        case "minOverlapMins" -> minOverlapMins = integer("slot.minOverlapMins");
        default -> json.skipChildren();
      }
    }
  }

  private interface Member {
    /** The parser stands on the value of the member of that name. */
    void at(String name);
  }

  private void forEachMember(String what, Member member) {
    expect(JsonToken.START_OBJECT, what, "an object");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      member.at(name);
    }
  }

  private List<Interval> intervals(String what) {
    expect(JsonToken.START_ARRAY, what, "an array of [from, until]");
    List<Interval> intervals = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      intervals.add(interval(what + "[" + intervals.size() + "]"));
    }
    return intervals;
  }

  private Interval interval(String what) {
    expect(JsonToken.START_ARRAY, what, "[from, until]");
    json.nextToken();
    long from = integer(what + "[0]");
    json.nextToken();
    long until = integer(what + "[1]");
    json.nextToken();
    expect(JsonToken.END_ARRAY, what, "just two integers");
    return refusing(Fault.BAD_INTERVAL, what, () -> new Interval(from, until));
  }

  private long integer(String what) {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      throw new Refusal(Fault.NOT_AN_INTEGER, what + " is written with a fraction or an exponent");
    }
    expect(JsonToken.VALUE_NUMBER_INT, what, "an integer");
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw new Refusal(Fault.OUT_OF_RANGE, what + " does not fit into 64 bits");
    }
    return json.getLongValue();
  }

  private static int minutes(String what, long value) {
    if (value != (int) value) {
      throw new Refusal(Fault.OUT_OF_RANGE, what + " is out of range: " + value);
    }
    return (int) value;
  }

  private void expect(JsonToken token, String what, String expected) {
    if (json.currentToken() != token) {
      throw new Refusal(Fault.WRONG_TYPE, what + " is not " + expected);
    }
  }

  private static <T> T required(String what, @Nullable T value) {
    if (value == null) {
      throw new Refusal(Fault.MISSING_MEMBER, what + " is missing");
    }
    return value;
  }

  /** What the rules refuse to construct is a fault of the line. */
  private static <T> T refusing(Fault fault, String what, Supplier<T> construct) {
    try {
      return construct.get();
    } catch (IllegalArgumentException e) {
      throw new Refusal(fault, what + ": " + e.getMessage());
    }
  }
}
