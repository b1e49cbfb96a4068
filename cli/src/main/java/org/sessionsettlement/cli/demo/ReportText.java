package org.sessionsettlement.cli.demo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report for people. */
final class ReportText {
  private static final int DECIMALS = 6;
  private static final double MS_PER_SECOND = 1_000;

  private ReportText() {}

  static List<String> lines(DemoReport report) {
    List<String> lines = new ArrayList<>();
    for (SessionReport session : report.sessions()) {
      lines.add(line(session));
      session.problems().forEach(problem -> lines.add("     WRONG: " + problem));
    }
    lines.add("");
    lines.addAll(balance(report.balance()));
    return lines;
  }

  private static String line(SessionReport session) {
    return String.format(
        Locale.ROOT,
        "%3d  %-36s %-28s -> %-28s %-44s %s  %s",
        session.bookingId(),
        session.title(),
        session.expected(),
        session.onChain(),
        session.delay().map(ReportText::after).orElse("not attested"),
        session.transaction().orElse("-"),
        paid(session.paid()));
  }

  private static String after(SessionReport.Delay delay) {
    String decided = "attested " + seconds(delay.afterDecidedMs()) + " after the decision";
    return delay.afterDueMs() == delay.afterDecidedMs()
        ? decided
        : decided + ", " + seconds(delay.afterDueMs()) + " after the end";
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / MS_PER_SECOND);
  }

  private static String paid(Payout payout) {
    List<String> parts = new ArrayList<>();
    part(parts, "host", payout.host());
    part(parts, "guest", payout.guest());
    part(parts, "treasury", payout.treasury());
    return String.join(", ", parts);
  }

  private static void part(List<String> parts, String who, BigInteger units) {
    if (units.signum() != 0) {
      parts.add(who + " " + dollars(units));
    }
  }

  private static List<String> balance(BalanceSheet sheet) {
    List<String> lines = new ArrayList<>();
    lines.add("Balance sheet (AlphaUSD)");
    row(lines, "paid in by guests", sheet.deposits());
    row(lines, "bonds put down", sheet.bonds());
    row(lines, "paid out to hosts", sheet.paidToHosts().negate());
    row(lines, "paid out to guests", sheet.paidToGuests().negate());
    row(lines, "fees to the treasury", sheet.paidToTreasury().negate());
    row(lines, "left in the escrow", sheet.escrowBalance());
    row(lines, "held for others, says the escrow", sheet.totalHeld());
    row(lines, "gas, paid beside it by the senders", sheet.gas());
    sheet.problems().forEach(problem -> lines.add("  WRONG: " + problem));
    lines.add(
        sheet.isBalanced()
            ? "  every unit of " + sheet.accounts().size() + " accounts is accounted for"
            : "  it does not balance");
    return lines;
  }

  private static void row(List<String> lines, String what, BigInteger units) {
    lines.add(String.format(Locale.ROOT, "  %-36s %16s", what, dollars(units)));
  }

  private static String dollars(BigInteger units) {
    return new BigDecimal(units, DECIMALS).toPlainString();
  }
}
