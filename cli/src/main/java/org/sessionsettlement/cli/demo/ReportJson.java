package org.sessionsettlement.cli.demo;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report for programs: one JSON object, snake_case, amounts as decimal strings in token units.
 */
final class ReportJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReportJson() {}

  static String of(DemoReport report, long wallMs) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("ok", report.isAllRight());
    members.put("wall_ms", wallMs);
    members.put("sessions", report.sessions().stream().map(ReportJson::session).toList());
    members.put("balance", balance(report.balance()));
    return JSON.writeValueAsString(members);
  }

  private static Map<String, Object> session(SessionReport session) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("key", session.key());
    members.put("title", session.title());
    members.put("booking_id", session.bookingId());
    members.put("expected", session.expected());
    members.put("on_chain", session.onChain());
    members.put("attestations", session.attestations());
    session
        .delay()
        .ifPresent(
            delay -> {
              members.put("attested_after_ms", delay.afterDecidedMs());
              members.put("attested_after_due_ms", delay.afterDueMs());
            });
    session.transaction().ifPresent(hash -> members.put("tx_hash", hash));
    members.put("due", payout(session.due()));
    members.put("paid", payout(session.paid()));
    session.explanation().ifPresent(text -> members.put("explanation", text));
    session.metricsVerified().ifPresent(verified -> members.put("metrics_verified", verified));
    members.put("problems", session.problems());
    return members;
  }

  private static Map<String, Object> payout(Payout payout) {
    Map<String, Object> members = new LinkedHashMap<>();
    put(members, "host", payout.host());
    put(members, "guest", payout.guest());
    put(members, "treasury", payout.treasury());
    return members;
  }

  private static Map<String, Object> balance(BalanceSheet sheet) {
    Map<String, Object> members = new LinkedHashMap<>();
    put(members, "deposits", sheet.deposits());
    put(members, "bonds", sheet.bonds());
    put(members, "paid_to_hosts", sheet.paidToHosts());
    put(members, "paid_to_guests", sheet.paidToGuests());
    put(members, "paid_to_treasury", sheet.paidToTreasury());
    put(members, "escrow_balance", sheet.escrowBalance());
    put(members, "total_held", sheet.totalHeld());
    put(members, "gas", sheet.gas());
    List<Object> accounts = new ArrayList<>();
    sheet.accounts().forEach(line -> accounts.add(account(line)));
    members.put("accounts", accounts);
    members.put("problems", sheet.problems());
    return members;
  }

  private static Map<String, Object> account(BalanceSheet.AccountLine line) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", line.name());
    members.put("address", line.address());
    put(members, "before", line.before());
    put(members, "to_escrow", line.toEscrow());
    put(members, "from_escrow", line.fromEscrow());
    put(members, "gas", line.gas());
    put(members, "after", line.after());
    return members;
  }

  private static void put(Map<String, Object> members, String name, BigInteger units) {
    members.put(name, units.toString());
  }
}
