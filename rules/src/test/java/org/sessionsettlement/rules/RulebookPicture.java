package org.sessionsettlement.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws shared cases as an SVG for the documentation: a panel a case, time from left to right. */
final class RulebookPicture {
  private static final int WIDTH = 960;
  private static final int HEADER = 64;
  private static final int PANEL = 104;
  private static final int AXIS_LEFT = 76;
  private static final int AXIS_WIDTH = 560;
  private static final int TEXT_LEFT = 664;
  private static final int BAR = 16;
  private static final long MINUTE_MS = 60_000;

  private static final String HOST = "#2f6fb5";
  private static final String GUEST = "#b5652f";
  private static final String TOGETHER = "#3c8d5a";

  private final StringBuilder svg = new StringBuilder();

  private RulebookPicture() {}

  /** The cases of these names, from top to bottom. */
  static String of(List<String> names) {
    return new RulebookPicture().draw(names.stream().map(RulebookPicture::named).toList());
  }

  private static RulebookCase named(String name) {
    return RulebookCase.all().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private String draw(List<RulebookCase> cases) {
    int height = HEADER + PANEL * cases.size() + 4;
    line(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">",
            WIDTH,
            height,
            WIDTH,
            height));
    line(
        String.format(
            Locale.ROOT, "<title>How the rulebook decides %d sessions</title>", cases.size()));
    line(
        "<defs><pattern id=\"unwatched\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""
            + " patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#ddd\""
            + " fill-opacity=\"0.55\"/><rect width=\"2\" height=\"6\" fill=\"#777\"/></pattern></defs>");
    line(
        String.format(
            Locale.ROOT, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", WIDTH, height));
    legend();
    for (int i = 0; i < cases.size(); i++) {
      panel(cases.get(i), HEADER + i * PANEL);
    }
    line("</svg>");
    return svg.toString();
  }

  private void legend() {
    text(16, 22, "font-weight=\"bold\" font-size=\"14\"", "Who kept the appointment?");
    String[][] entries = {
      {HOST, "host there"},
      {GUEST, "guest there"},
      {TOGETHER, "both there"},
      {"url(#unwatched)", "nobody watched"},
      {"#fbe3a5", "grace"}
    };
    int x = 16;
    for (String[] entry : entries) {
      rect(x, 34, 18, 12, entry[0]);
      text(x + 24, 44, "", entry[1]);
      x += 130;
    }
    line(
        String.format(
            Locale.ROOT, "<path d=\"M%d 32v16\" stroke=\"#c0272d\" stroke-width=\"2\"/>", x));
    text(x + 8, 44, "", "decided");
  }

  private void panel(RulebookCase shared, int top) {
    Facts facts = shared.facts();
    SlotTerms slot = facts.slot();
    Scale scale = new Scale(slot);
    Known known = Known.of(facts);
    int bars = top + 26;
    line(String.format(Locale.ROOT, "<path d=\"M0 %d.5H%d\" stroke=\"#ddd\"/>", top, WIDTH));
    text(16, top + 18, "font-weight=\"bold\"", shared.name());
    rect(scale.x(slot.startMs()), bars, AXIS_WIDTH, 3 * BAR + 4, "#f2f2f2");
    rect(
        scale.x(slot.startMs()),
        bars,
        scale.x(Math.min(slot.graceEndMs(), slot.endMs())) - AXIS_LEFT,
        3 * BAR + 4,
        "#fbe3a5");
    row("host", known.host(), HOST, bars, scale);
    row("guest", known.guest(), GUEST, bars + BAR + 2, scale);
    row("both", known.together(), TOGETHER, bars + 2 * BAR + 4, scale);
    for (Interval gap : known.gaps()) {
      bar(gap, bars, 3 * BAR + 4, "url(#unwatched)", scale);
    }
    axis(slot, bars + 3 * BAR + 4, scale);
    answer(facts, bars, scale);
  }

  private void row(String name, List<Interval> there, String colour, int y, Scale scale) {
    text(AXIS_LEFT - 8, y + 12, "text-anchor=\"end\"", name);
    for (Interval interval : there) {
      bar(interval, y + 2, BAR - 4, colour, scale);
    }
  }

  private void bar(Interval interval, int y, int height, String colour, Scale scale) {
    int x = scale.x(interval.fromMs());
    rect(x, y, Math.max(1, scale.x(interval.untilMs()) - x), height, colour);
  }

  private void axis(SlotTerms slot, int y, Scale scale) {
    for (int minute = 0; minute <= slot.durationMins(); minute += 5) {
      int x = scale.x(slot.startMs() + minute * MINUTE_MS);
      line(String.format(Locale.ROOT, "<path d=\"M%d.5 %dv4\" stroke=\"#888\"/>", x, y));
      text(
          x,
          y + 15,
          "font-size=\"10\" fill=\"#666\" text-anchor=\"middle\"",
          String.valueOf(minute));
    }
  }

  private void answer(Facts facts, int bars, Scale scale) {
    Verdict verdict = Rulebook.decide(facts);
    Optional<Decision> decision = Rulebook.decision(facts);
    decision.ifPresent(
        d ->
            line(
                String.format(
                    Locale.ROOT,
                    "<path d=\"M%d %dv%d\" stroke=\"#c0272d\" stroke-width=\"2\"/>",
                    scale.x(d.decidedAtMs()),
                    bars - 3,
                    3 * BAR + 10)));
    String headline =
        decision
            .map(
                d ->
                    d.outcome().contractName()
                        + ", decided at "
                        + minutes(d.decidedAtMs() - facts.slot().startMs()))
            .orElse(verdict instanceof Verdict.Inconclusive ? "inconclusive" : "wait");
    text(TEXT_LEFT, bars + 12, "font-weight=\"bold\" font-size=\"14\"", headline);
    text(TEXT_LEFT, bars + 30, "", detail(facts.slot(), decision));
    decision
        .flatMap(Decision::charges)
        .ifPresent(
            charges ->
                text(
                    TEXT_LEFT,
                    bars + 46,
                    "",
                    "charged: host "
                        + minutes(charges.hostMissingMs())
                        + ", guest "
                        + minutes(charges.guestMissingMs())));
  }

  private static String detail(SlotTerms slot, Optional<Decision> decision) {
    return decision
        .map(
            d -> "together " + minutes(d.overlapMs()) + " of " + minutes(slot.needMs()) + " needed")
        .orElse("an operator decides, or the guest is refunded");
  }

  private static String minutes(long ms) {
    return String.format(Locale.ROOT, "%d:%02d", ms / MINUTE_MS, ms / 1_000 % 60);
  }

  private void rect(int x, int y, int width, int height, String fill) {
    line(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>",
            x,
            y,
            width,
            height,
            fill));
  }

  private void text(int x, int y, String attributes, String text) {
    line(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\"%s>%s</text>",
            x,
            y,
            attributes.isEmpty() ? "" : " " + attributes,
            text));
  }

  private void line(String text) {
    svg.append(text).append('\n');
  }

  /** From instants of a session to pixels. */
  private record Scale(SlotTerms slot) {
    int x(long instantMs) {
      return AXIS_LEFT
          + Math.toIntExact((instantMs - slot.startMs()) * AXIS_WIDTH / slot.durationMs());
    }
  }
}
