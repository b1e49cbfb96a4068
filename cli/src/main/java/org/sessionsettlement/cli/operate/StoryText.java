package org.sessionsettlement.cli.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A booking's story as lines for people, a paragraph a subject. */
final class StoryText {
  private static final double MS_PER_MINUTE = 60_000;
  private static final long MS_PER_SECOND = 1_000;
  private static final int SHOWN_VERDICTS = 5;

  private StoryText() {}

  static String head(WholeStory story) {
    var explanation = story.explanation();
    var next = explanation.path("next");
    String when =
        next.has("at_s")
            ? Times.ofSeconds(next.path("at_s").asLong())
                + " ("
                + Times.fromNow(next.path("at_s").asLong() * MS_PER_SECOND, nowMs(story))
                + "): "
            : "";
    return paragraph(
        "Booking "
            + BookingName.of(story.booking())
            + ": "
            + story.booking().path("status").asString(),
        List.of(
            explanation.path("summary").asString(),
            "Next: " + when + next.path("what").asString()));
  }

  static String terms(WholeStory story) {
    var slot = story.booking().path("slot");
    return paragraph(
        "Terms",
        List.of(
            "from "
                + Times.ofSeconds(slot.path("start_s").asLong())
                + " to "
                + Times.ofSeconds(slot.path("end_s").asLong()),
            "%d min, of which %d min together; grace %d min"
                .formatted(
                    slot.path("duration_mins").asInt(),
                    slot.path("min_overlap_mins").asInt(),
                    slot.path("grace_mins").asLong()),
            "host  " + story.booking().path("host").asString(),
            "guest " + story.booking().path("guest").asString()));
  }

  static String presence(WholeStory story) {
    var explanation = story.explanation();
    if (!explanation.has("presence")) {
      return paragraph("Presence", List.of("not looked at yet"));
    }
    var presence = explanation.path("presence");
    return paragraph(
        "Presence, as of " + Times.ofMs(explanation.path("watermark_ms").asLong()),
        List.of(
            "host      " + intervals(presence.path("host")),
            "guest     " + intervals(presence.path("guest")),
            "unwatched " + intervals(explanation.path("gaps"))));
  }

  private static String intervals(JsonNode list) {
    String all =
        list.valueStream()
            .map(one -> Times.ofMs(one.get(0).asLong()) + " - " + Times.ofMs(one.get(1).asLong()))
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "never" : all;
  }

  static String verdicts(WholeStory story) {
    var all = lines(story.history().path("verdicts"), StoryText::verdict);
    var shown = new ArrayList<>(all.subList(0, Math.min(SHOWN_VERDICTS, all.size())));
    if (all.size() > shown.size()) {
      shown.add("and " + (all.size() - shown.size()) + " before; --json has them");
    }
    return paragraph("Verdicts, newest first", orNone(shown));
  }

  private static String verdict(JsonNode verdict) {
    var words = new ArrayList<String>();
    words.add(Times.ofMs(verdict.path("at_ms").asLong()));
    words.add(verdict.path("decision").asString());
    addText(words, verdict, "outcome");
    addText(words, verdict, "reason");
    if (verdict.has("overlap_ms")) {
      words.add("together " + minutes(verdict.path("overlap_ms")));
    }
    if (verdict.has("charges")) {
      var charges = verdict.path("charges");
      words.add(
          "missing: host %s, guest %s"
              .formatted(
                  minutes(charges.path("host_missing_ms")),
                  minutes(charges.path("guest_missing_ms"))));
    }
    return String.join("  ", words);
  }

  static String submissions(WholeStory story) {
    return paragraph(
        "Submissions, newest first",
        orNone(lines(story.history().path("submissions"), StoryText::submission)));
  }

  private static String submission(JsonNode submission) {
    var words = new ArrayList<String>();
    words.add(Times.ofMs(submission.path("created_ms").asLong()));
    words.add(submission.path("what").asString());
    addText(words, submission, "outcome");
    words.add(submission.path("state").asString());
    addText(words, submission, "tx_hash");
    addText(words, submission, "note");
    if (submission.path("attempts").asInt() > 0) {
      words.add("failed " + submission.path("attempts").asInt() + " times");
    }
    return String.join("  ", words);
  }

  static String chain(WholeStory story) {
    return paragraph(
        "On chain",
        orNone(
            lines(
                story.timeline().path("events"),
                event ->
                    "%s  %s  %s"
                        .formatted(
                            Times.ofSeconds(event.path("at_s").asLong()),
                            event.path("name").asString(),
                            event.path("tx_hash").asString()))));
  }

  /** What the parties said: claims. An erased one has its hash alone. */
  static String statements(WholeStory story) {
    return paragraph(
        "Statements of the parties",
        orNone(lines(story.statements().path("statements"), StoryText::statement)));
  }

  private static String statement(JsonNode said) {
    return "%s  %s: %s"
        .formatted(
            Times.ofMs(said.path("said_at_ms").asLong()),
            said.path("role").asString(),
            printable(said.path("text").asString("erased, " + said.path("hash").asString())));
  }

  /** On one line, and without what a terminal would take for more than text. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
  }

  private static void addText(List<String> words, JsonNode from, String member) {
    String text = from.path(member).asString("");
    if (!text.isEmpty()) {
      words.add(text);
    }
  }

  private static String minutes(JsonNode ms) {
    return String.format(java.util.Locale.ROOT, "%.1f min", ms.asLong() / MS_PER_MINUTE);
  }

  private static List<String> lines(JsonNode list, Function<JsonNode, String> line) {
    return list.valueStream().map(line).toList();
  }

  private static List<String> orNone(List<String> lines) {
    return lines.isEmpty() ? List.of("none") : lines;
  }

  static String paragraph(String title, List<String> lines) {
    String newLine = System.lineSeparator();
    return title
        + newLine
        + lines.stream().map(line -> "  " + line).collect(Collectors.joining(newLine))
        + newLine;
  }

  private static long nowMs(WholeStory story) {
    return story.history().path("now_ms").asLong();
  }
}
