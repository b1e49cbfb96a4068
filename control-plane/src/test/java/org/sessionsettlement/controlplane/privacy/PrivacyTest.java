package org.sessionsettlement.controlplane.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.controlplane.privacy.WalletData.Erased;

class PrivacyTest {
  private static final Database DATABASE = TestDatabase.open(PrivacyTest.class);
  private static final long FINAL_S = FakeBookings.START_S + 3_600;
  private static final Duration KEPT_FOR = Duration.ofDays(90);

  private final WalletData data = new WalletData(DATABASE);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void store() {
    DATABASE
        .jdbc()
        .sql(
            """
            truncate room_participants, media_reports, bookings, slots, escrow_events, verdicts,
              metrics_payloads, statements, notices, notice_deliveries, notice_mailboxes, sign_ins,
              tickets, host_settings cascade
            """)
        .update();
    DATABASE
        .jdbc()
        .sql(
            """
            insert into sign_ins (id, wallet, expires_ms) values (gen_random_uuid(), :host, 1);
            insert into notice_mailboxes (wallet, mailbox) values (:host, 'h@example.org');
            insert into notices values (1, 'id', 'attested', '0x', 1, :host, '0x', '', '{}');
            insert into notice_deliveries (number, channel, wallet, created_ms, next_ms)
              values (1, 'mail', :host, 0, 0), (1, 'mail', 'another', 0, 0);
            insert into tickets (ticket_hash, wallet, expires_ms) values ('\\x01', :host, 1);
            insert into host_settings (wallet, display_name, accepting_bookings,
              accepting_changed_ms, time_zone, weekly, updated_ms)
              values (:host, 'Ada', true, 0, 'UTC', '[]', 0);
            insert into escrow_events (escrow, block_number, log_index, block_hash, tx_hash,
              block_time_s, name, request_id, fields, topics, data)
              values ('0x', 99, 0, '0x', '0x', 1, 'SessionRequestCreated', 1,
                jsonb_build_object('guest', 'another', 'host_target', :host::text), '', ''),
              ('0x', 99, 1, '0x', '0x', 1, 'SessionRequestCancelled', 1, '{}', '', ''),
              ('0x', 99, 2, '0x', '0x', 1, 'SessionRequestCreated', 2,
                '{"guest": "another", "host_target": "a third"}', '', ''),
              ('0x', 99, 3, '0x', '0x', 1, 'SessionSlotCreated', null,
                jsonb_build_object('host', :host::text), '', '')
            """)
        .param("host", FakeBookings.HOST.toString())
        .update();
    for (var status : List.of("FINALIZED", "CANCELLED", "DISPUTED")) {
      booked(List.of("FINALIZED", "CANCELLED", "DISPUTED").indexOf(status) + 1, status);
    }
    present(9);
  }

  @Test
  void erasesPresenceOnceItsTimeIsOverByTheChainsTime() {
    retention(FINAL_S + KEPT_FOR.toSeconds()).tick();
    assertThat(withPresence()).containsExactly(1L, 2L, 3L, 9L);
    retention(FINAL_S + KEPT_FOR.toSeconds() + 1).tick();
    assertThat(withPresence()).containsExactly(3L, 9L);
    assertThat(count("media_reports")).isEqualTo(4);
  }

  @Test
  void keepsVerdictsAndMetricsSoThatTheHashStaysVerifiable() {
    retention(FINAL_S + KEPT_FOR.toSeconds() + 1).tick();
    data.erase(FakeBookings.HOST);
    assertThat(count("verdicts")).isEqualTo(3);
    assertThat(count("metrics_payloads")).isEqualTo(3);
  }

  @Test
  void erasesForAWalletWhatIsFinalAndSaysWhyTheRestStays() {
    assertThat(data.erase(FakeBookings.STRANGER)).isEmpty();
    assertThat(data.erase(FakeBookings.GUEST))
        .containsExactly(
            new Erased(FakeBookings.key(1), Optional.empty()),
            new Erased(FakeBookings.key(2), Optional.empty()),
            new Erased(FakeBookings.key(3), Optional.of("money_not_final")),
            new Erased(FakeBookings.key(9), Optional.of("not_mirrored")));
    assertThat(withPresence()).containsExactly(3L, 9L);
    assertThat(data.erase(FakeBookings.GUEST)).hasSize(2);
  }

  @Test
  void erasesTheWordsOfStatementsAndKeepsTheirHashes() {
    DATABASE.jdbc().sql("truncate room_participants, media_reports").update();
    assertThat(data.erase(FakeBookings.HOST))
        .containsExactly(
            new Erased(FakeBookings.key(1), Optional.empty()),
            new Erased(FakeBookings.key(2), Optional.empty()),
            new Erased(FakeBookings.key(3), Optional.of("money_not_final")));
    assertThat(withWords()).containsExactly(3L);
    assertThat(count("statements where hash = '0xaa'")).isEqualTo(6);
    assertThat(data.erase(FakeBookings.HOST)).hasSize(1);
  }

  @Test
  void erasesTheWordsOfStatementsOnceTheirTimeIsOverEvenWhereNobodyWasPresent() {
    DATABASE.jdbc().sql("truncate room_participants, media_reports").update();
    retention(FINAL_S + KEPT_FOR.toSeconds()).tick();
    assertThat(withWords()).containsExactly(1L, 2L, 3L);
    retention(FINAL_S + KEPT_FOR.toSeconds() + 1).tick();
    assertThat(withWords()).containsExactly(3L);
  }

  @Test
  void forgetsTheMailboxAndTheSettingsOfAWalletWhereverItsMoneyIs() {
    data.erase(FakeBookings.GUEST);
    assertThat(count("notice_mailboxes")).isEqualTo(1);
    assertThat(count("host_settings")).isEqualTo(1);
    data.erase(FakeBookings.HOST);
    assertThat(count("notice_mailboxes")).isZero();
    assertThat(count("host_settings")).isZero();
  }

  @Test
  void exportsEverythingOfAWalletAndNothingOfOthers() {
    var export = data.export(FakeBookings.HOST);
    assertThat(export)
        .containsOnlyKeys(
            "slots",
            "bookings",
            "presence",
            "media",
            "statements",
            "notices",
            "mailbox",
            "mails",
            "host_settings",
            "sign_ins",
            "tickets",
            "events",
            "requests",
            "verdicts",
            "metrics",
            "overrides",
            "transactions");
    assertThat(export.get("slots")).hasSize(3);
    assertThat(export.get("bookings")).hasSize(3);
    assertThat(export.get("presence"))
        .hasSize(4)
        .allSatisfy(row -> assertThat(row).doesNotContain(FakeBookings.GUEST.toString()));
    assertThat(export.get("media")).hasSize(4);
    assertThat(export.get("statements"))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row).contains("the host of"));
    assertThat(export.get("notices")).hasSize(1);
    assertThat(export.get("mailbox"))
        .hasSize(1)
        .allSatisfy(row -> assertThat(row).contains("h@example.org").doesNotContain("code_hash"));
    assertThat(export.get("mails")).hasSize(1);
    assertThat(export.get("host_settings"))
        .hasSize(1)
        .allSatisfy(row -> assertThat(row).contains("Ada"));
    assertThat(export.get("requests"))
        .as("its request, and what became of it")
        .hasSize(2)
        .allSatisfy(row -> assertThat(row).contains("\"request_id\": 1,"));
    assertThat(export.get("sign_ins")).hasSize(1);
    assertThat(export.get("tickets"))
        .hasSize(1)
        .allSatisfy(row -> assertThat(row).doesNotContain("ticket_hash"));
    assertThat(export.get("events")).hasSize(3);
    assertThat(export.get("verdicts")).hasSize(3);
    assertThat(export.get("metrics"))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row).contains("session-metrics/1"));
    assertThat(data.export(FakeBookings.STRANGER).values())
        .allSatisfy(r -> assertThat(r).isEmpty());
  }

  @Test
  void leavesNoTableOutThatNamesAWallet() {
    var tables =
        DATABASE
            .jdbc()
            .sql(
                """
                select distinct table_name from information_schema.columns
                where table_schema = current_schema()
                  and column_name in ('wallet', 'host', 'guest', 'challenger')
                """)
            .query((row, i) -> row.getString(1))
            .list();
    assertThat(tables)
        .as("a new one belongs into WalletData.export, and then here")
        .containsExactlyInAnyOrder(
            "slots",
            "bookings",
            "host_settings",
            "room_participants",
            "statements",
            "notices",
            "notice_mailboxes",
            "notice_deliveries",
            "sign_ins",
            "tickets");
  }

  @Test
  void hasNoColumnForAnIpAddress() {
    var columns =
        DATABASE
            .jdbc()
            .sql(
                """
                select table_name || '.' || column_name || ' ' || udt_name
                from information_schema.columns where table_schema = current_schema()
                """)
            .query((row, i) -> row.getString(1))
            .list();
    assertThat(columns).contains("room_participants.wallet text");
    assertThat(columns)
        .noneMatch(column -> column.matches(".* (inet|cidr|macaddr8?)"))
        .noneMatch(column -> column.matches(".*[._](ip|ips|addr|address|remote|peer|host_name).*"));
  }

  private static PresenceRetention retention(long chainSeconds) {
    return new PresenceRetention(DATABASE, KEPT_FOR, () -> chainSeconds);
  }

  private static List<Long> withPresence() {
    return DATABASE
        .jdbc()
        .sql("select distinct booking_id from room_participants order by 1")
        .query((row, i) -> row.getLong(1))
        .list();
  }

  private static List<Long> withWords() {
    return DATABASE
        .jdbc()
        .sql("select distinct booking_id from statements where text is not null order by 1")
        .query((row, i) -> row.getLong(1))
        .list();
  }

  private static long count(String table) {
    return DATABASE.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }

  private static void booked(long id, String status) {
    present(id);
    for (var role : List.of("host", "guest")) {
      insert(
          id,
          """
          insert into statements (escrow, booking_id, wallet, said_ms, hash, salt, text)
          values (:escrow, :id, :%s, 1, '0xaa', '00', 'the %s of ' || :id)
          """
              .formatted(role, role));
    }
    insert(
        id,
        """
        insert into slots (escrow, slot_id, host, start_s, duration_mins, price, grace_mins,
          min_overlap_mins, cancel_cutoff_mins)
        values (:escrow, :id, :host, :start, 30, 1000, 5, 15, 60)
        """);
    insert(
        id,
        """
        insert into bookings (escrow, booking_id, slot_id, host, guest, start_s, amount, status,
          outcome, attested_at_s, finalizable_at_s, bond_amount, disputed_at_s,
          refunded_unattested, fee_bps, late_cancel_penalty_bps, challenge_window_s,
          no_attest_buffer_s, dispute_timeout_s, challenge_bond)
        values (:escrow, :id, :id, :host, :guest, :start, 1000, '%s', 'NONE', 0, :final, 0, 0,
          false, 1000, 5000, 3600, 10800, 86400, 100)
        """
            .formatted(status));
    insert(
        id,
        """
        insert into escrow_events (escrow, block_number, log_index, block_hash, tx_hash,
          block_time_s, name, booking_id, fields, topics, data)
        values (:escrow, :id, 0, '0x', '0x', :final, 'Finalized', :id, '{}', '', '')
        """);
    insert(
        id,
        """
        insert into verdicts (escrow, booking_id, at_ms, kind, watermark_ms, chain_time_s, facts)
        values (:escrow, :id, 0, 'wait', 0, 0, '{}')
        """);
    insert(
        id,
        """
        insert into metrics_payloads (escrow, booking_id, metrics_hash, payload, stored_ms)
        values (:escrow, :id, '0x', convert_to('{"schema":"session-metrics/1"}', 'UTF8'), 0)
        """);
  }

  private static void present(long id) {
    for (var role : List.of("host", "guest")) {
      insert(
          id,
          """
          with joined as (
            insert into room_participants (connection_id, escrow, booking_id, wallet, role,
              joined_ms, last_seen_ms, left_ms, leave_reason)
            values ('%s', :escrow, :id, :%s, '%s', 1, 2, 2, 'left') returning connection_id)
          insert into media_reports select connection_id, 1, true, 0, 0 from joined
          """
              .formatted(UUID.randomUUID(), role, role));
    }
  }

  private static void insert(long id, String sql) {
    DATABASE
        .jdbc()
        .sql(sql)
        .param("id", id)
        .param("escrow", FakeBookings.ESCROW.toString())
        .param("host", FakeBookings.HOST.toString())
        .param("guest", FakeBookings.GUEST.toString())
        .param("start", FakeBookings.START_S)
        .param("final", FINAL_S)
        .update();
  }
}
