package org.sessionsettlement.controlplane.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an installation stores about a wallet, and what of it may be erased. */
public final class WalletData {
  private static final String ITS_BOOKING = "b.host = :wallet or b.guest = :wallet";

  private final JdbcClient jdbc;
  private final BookingErasure erasure;

  public WalletData(Database database) {
    this.jdbc = database.jdbc();
    this.erasure = new BookingErasure(database);
  }

  /**
   * A booking in which the wallet's presence, or a statement of it, was found.
   *
   * @param keptBecause empty where it was erased; else {@code money_not_final}, or {@code
   *     not_mirrored} where the mirror does not have the booking (yet)
   */
  public record Erased(BookingKey booking, Optional<String> keptBecause) {}

  /**
   * Everything about it, a list of rows as JSON objects by section. No connection address is among
   * them, since none is stored.
   */
  public Map<String, List<String>> export(Address wallet) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    sections.put("slots", rows(wallet, "to_jsonb(s) from slots s where s.host = :wallet"));
    sections.put("bookings", rows(wallet, "to_jsonb(b) from bookings b where " + ITS_BOOKING));
    sections.put(
        "presence", rows(wallet, "to_jsonb(p) from room_participants p where p.wallet = :wallet"));
    sections.put(
        "media",
        rows(
            wallet,
            """
            to_jsonb(m) from media_reports m join room_participants p using (connection_id)
            where p.wallet = :wallet
            """));
    sections.put(
        "statements", rows(wallet, "to_jsonb(s) from statements s where s.wallet = :wallet"));
    sections.put(
        "notices",
        rows(wallet, "to_jsonb(n) from notices n where n.host = :wallet or n.guest = :wallet"));
    sections.put(
        "mailbox",
        rows(wallet, "to_jsonb(m) - 'code_hash' from notice_mailboxes m where m.wallet = :wallet"));
    sections.put(
        "mails",
        rows(
            wallet,
            "to_jsonb(d) from notice_deliveries d where d.channel = 'mail' and d.wallet = :wallet"));
    sections.put(
        "host_settings", rows(wallet, "to_jsonb(h) from host_settings h where h.wallet = :wallet"));
    sections.put(
        "sign_ins", rows(wallet, "to_jsonb(s) - 'id' from sign_ins s where s.wallet = :wallet"));
    sections.put(
        "tickets",
        rows(wallet, "to_jsonb(t) - 'ticket_hash' from tickets t where t.wallet = :wallet"));
    sections.put("events", ofBookings(wallet, "to_jsonb(t)", "escrow_events"));
    sections.put(
        "requests",
        rows(
            wallet,
            """
            to_jsonb(e) from escrow_events e where (e.escrow, e.request_id) in (
              select x.escrow, x.request_id from escrow_events x
              where x.request_id is not null and :wallet in
                (x.fields ->> 'guest', x.fields ->> 'host_target', x.fields ->> 'host'))
            """));
    sections.put("overrides", ofBookings(wallet, "to_jsonb(t)", "overrides"));
    sections.put("verdicts", ofBookings(wallet, "to_jsonb(t)", "verdicts"));
    sections.put(
        "metrics",
        ofBookings(
            wallet,
            "to_jsonb(t) || jsonb_build_object('payload', convert_from(t.payload, 'UTF8'))",
            "metrics_payloads"));
    sections.put("transactions", ofBookings(wallet, "to_jsonb(t) - 'signed_bytes'", "outbox"));
    return sections;
  }

  private List<String> ofBookings(Address wallet, String shown, String table) {
    return rows(
        wallet,
        "%s from %s t join bookings b using (escrow, booking_id) where %s"
            .formatted(shown, table, ITS_BOOKING));
  }

  private List<String> rows(Address wallet, String select) {
    return jdbc.sql("select " + select + " order by 1")
        .param("wallet", wallet.toString())
        .query((row, i) -> row.getString(1))
        .list();
  }

  /**
   * Erases the presence of every booking of this wallet whose money is final, and the words of its
   * statements; the other party's too: half of it would be no record of anything, and what one says
   * is about the other. Its mailbox and what it set as a host are forgotten in any case.
   *
   * @return each booking in which there was any
   */
  public List<Erased> erase(Address wallet) {
    for (var table : List.of("notice_mailboxes", "host_settings")) {
      jdbc.sql("delete from " + table + " where wallet = :wallet")
          .param("wallet", wallet.toString())
          .update();
    }
    var found = withSomething(wallet);
    found.stream().filter(one -> one.keptBecause().isEmpty()).forEach(this::erase);
    return found;
  }

  private void erase(Erased one) {
    erasure.erase(one.booking());
  }

  private List<Erased> withSomething(Address wallet) {
    return jdbc.sql(
            """
            select p.escrow, p.booking_id,
              case when b.status is null then 'not_mirrored'
                   when b.status not in %s then 'money_not_final' end as kept_because
            from (
              select escrow, booking_id from room_participants where wallet = :wallet
              union
              select escrow, booking_id from statements where wallet = :wallet and text is not null
            ) p left join bookings b using (escrow, booking_id)
            order by 1, 2
            """
                .formatted(BookingErasure.FINAL))
        .param("wallet", wallet.toString())
        .query(
            (row, i) ->
                new Erased(
                    BookingKey.read(row), Optional.ofNullable(row.getString("kept_because"))))
        .list();
  }
}
