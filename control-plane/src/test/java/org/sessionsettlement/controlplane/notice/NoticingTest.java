package org.sessionsettlement.controlplane.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.sessionsettlement.controlplane.FakeBookings.GUEST;
import static org.sessionsettlement.controlplane.FakeBookings.HOST;
import static org.sessionsettlement.controlplane.MirrorRows.DISPUTED_S;
import static org.sessionsettlement.controlplane.MirrorRows.DISPUTE_TIMEOUT_S;
import static org.sessionsettlement.controlplane.MirrorRows.END_S;
import static org.sessionsettlement.controlplane.MirrorRows.FINALIZABLE_S;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.MirrorRows;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.escrow.BookingStatus;

class NoticingTest {
  private static final Database DATABASE = TestDatabase.open(NoticingTest.class);
  private static final long DAY_S = 86_400;
  private static final String ATTESTED =
      "{\"outcome\":\"NoShowGuest\",\"metrics_hash\":\"0xaa\",\"finalizable_at_s\":%d}"
          .formatted(FINALIZABLE_S);
  private static final String FINALIZED =
      """
      {"final_outcome":"NoShowGuest","host_paid":"900","guest_refund":"0","fee_paid":"100"}
      """;

  private final MirrorRows mirror = new MirrorRows(DATABASE);
  private final SettableClock clock = new SettableClock(FakeBookings.START_MS);
  private final Deliveries deliveries = new Deliveries(DATABASE, EnumSet.allOf(Channel.class));
  private final Noticing noticing = new Noticing(DATABASE, deliveries, clock);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void clear() {
    DATABASE
        .jdbc()
        .sql(
            """
            truncate notices, notice_deliveries, notice_progress, notice_mailboxes,
              changed_bookings, escrow_events, bookings, slots, looks, indexer_cursors
            """)
        .update();
    mirror.mirroredTo(END_S);
  }

  @Test
  void tellsWhatHappenedOnceAndInItsOrder() {
    mirror.put(1, BookingStatus.FINALIZED);
    mirror.event(1, 10, "SessionBooked", "{}", END_S - 100);
    attested(1, 11);
    mirror.event(1, 12, "Challenged", challenged(), END_S);
    mirror.event(1, 13, "Resolved", "{\"final_outcome\":\"Completed\"}", END_S);
    mirror.event(1, 14, "Finalized", FINALIZED, END_S);
    noticing.tickEvents();
    mirror.changed(1);
    noticing.tickEvents();

    assertThat(told())
        .extracting(Notice::number, one -> NoticeKind.of(one.what()))
        .containsExactly(
            tuple(1L, NoticeKind.ATTESTED),
            tuple(2L, NoticeKind.CHALLENGED),
            tuple(3L, NoticeKind.RESOLVED),
            tuple(4L, NoticeKind.FINALIZED));
    assertThat(told().get(0).what())
        .isEqualTo(
            new What.Attested(
                "NoShowGuest", "0xaa", FINALIZABLE_S, BigInteger.valueOf(100), "0xt11"));
    assertThat(told().get(1).what())
        .isEqualTo(
            new What.Challenged(
                GUEST.toString(), BigInteger.valueOf(100), END_S + DISPUTE_TIMEOUT_S, "0xt12"));
  }

  @Test
  void tellsOfARefundThatWasClaimedAsOfASettlementWithoutOutcome() {
    mirror.put(1, BookingStatus.FINALIZED);
    mirror.event(1, 10, "UnattestedRefunded", "{\"refund\":\"1000\"}", END_S);
    noticing.tickEvents();

    assertThat(told().getFirst().what())
        .isEqualTo(new What.Finalized("None", BigInteger.ZERO, BigInteger.valueOf(1_000), "0xt10"));
  }

  @Test
  void losesNothingToACrashInTheMiddle() {
    mirror.put(1, BookingStatus.ATTESTED);
    attested(1, 11);
    DATABASE.jdbc().sql("alter table notice_deliveries rename to away").update();
    try {
      assertThat(catchThrowable(noticing::tickEvents)).isNotNull();
    } finally {
      DATABASE.jdbc().sql("alter table away rename to notice_deliveries").update();
    }
    assertThat(told()).isEmpty();
    noticing.tickEvents();
    assertThat(told()).hasSize(1);
    assertThat(deliveriesOf("webhook")).containsExactly("1 ");
  }

  @Test
  void doublesNothingWhereManyNodesLookAtOnce() throws Exception {
    LongStream.rangeClosed(1, 40)
        .forEach(
            id -> {
              mirror.put(id, BookingStatus.ATTESTED);
              attested(id, 10 + id);
            });
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<Object> node =
          () -> {
            for (int i = 0; i < 5; i++) {
              new Noticing(DATABASE, deliveries, clock).tickEvents();
            }
            return true;
          };
      for (var done : threads.invokeAll(List.of(node, node, node, node))) {
        done.get();
      }
    }
    noticing.tickEvents();
    assertThat(told()).extracting(Notice::id).hasSize(40).doesNotHaveDuplicates();
    assertThat(told())
        .extracting(Notice::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
  }

  @Test
  void writesToThoseWhoConfirmedAMailboxAlone() {
    mailbox(GUEST.toString(), "'guest@example.org'");
    mailbox(HOST.toString(), "null");
    mirror.put(1, BookingStatus.ATTESTED);
    attested(1, 11);
    noticing.tickEvents();

    assertThat(deliveriesOf("mail")).containsExactly("1 " + GUEST);
    assertThat(deliveriesOf("webhook")).containsExactly("1 ");
  }

  @Test
  void writesNoMailOfWhatIsHistory() {
    mailbox(GUEST.toString(), "'guest@example.org'");
    mirror.mirroredTo(END_S + DAY_S + 1);
    mirror.put(1, BookingStatus.ATTESTED);
    attested(1, 11);
    noticing.tickEvents();

    assertThat(told()).hasSize(1);
    assertThat(deliveriesOf("mail")).isEmpty();
  }

  @Test
  void tellsOfAMissedWindowOnceTheMirrorIsPastIt() {
    mirror.put(1, BookingStatus.BOOKED);
    mirror.put(2, BookingStatus.BOOKED);
    over(1);
    mirror.mirroredTo(END_S + 7_200);
    noticing.tickDue();
    assertThat(told()).isEmpty();
    mirror.mirroredTo(END_S + 7_201);
    noticing.tickDue();
    noticing.tickDue();

    assertThat(told()).hasSize(1);
    assertThat(told().getFirst().booking()).isEqualTo(FakeBookings.key(1));
    assertThat(told().getFirst().what()).isEqualTo(new What.WindowMissed(END_S + 10_800));
  }

  @Test
  void tellsFromWhenARefundCanBeClaimed() {
    mirror.put(1, BookingStatus.BOOKED);
    mirror.put(2, BookingStatus.ATTESTED);
    mirror.mirroredTo(END_S + 10_799);
    noticing.tickDue();
    assertThat(told()).isEmpty();
    mirror.mirroredTo(END_S + 10_800);
    noticing.tickDue();
    noticing.tickDue();

    assertThat(told()).hasSize(1);
    assertThat(told().getFirst().what())
        .isEqualTo(new What.RefundClaimable(BigInteger.valueOf(1_000), END_S + 10_800));
  }

  @Test
  void alarmsAtHalfOfADisputesTime() {
    var due = new DueNotices(DATABASE);
    mirror.put(1, BookingStatus.DISPUTED);
    mirror.mirroredTo(DISPUTED_S + DISPUTE_TIMEOUT_S / 2 - 1);
    noticing.tickDue();
    assertThat(told()).isEmpty();
    assertThat(due.disputedForHalfNow()).isZero();
    mirror.mirroredTo(DISPUTED_S + DISPUTE_TIMEOUT_S / 2);
    noticing.tickDue();
    noticing.tickDue();

    assertThat(told()).hasSize(1);
    assertThat(told().getFirst().what())
        .isEqualTo(
            new What.DisputeHalfTimeout(
                GUEST.toString(), BigInteger.valueOf(100), DISPUTED_S + DISPUTE_TIMEOUT_S));
    assertThat(deliveriesOf("mail")).isEmpty();
    assertThat(due.disputedForHalfNow()).isEqualTo(1);
    mirror.put(1, BookingStatus.RESOLVED);
    assertThat(due.disputedForHalfNow()).isZero();
  }

  @Test
  void tellsWhoseMoneyHasWaitedForADayOnceUntilTheyWithdraw() {
    noticing.tickDue();
    settled(1, 10, END_S);
    settled(2, 11, END_S + 60);
    mirror.mirroredTo(END_S + DAY_S - 1);
    noticing.tickDue();
    assertThat(ofWaitingMoney()).isEmpty();
    mirror.mirroredTo(END_S + DAY_S);
    noticing.tickDue();
    assertThat(ofWaitingMoney())
        .containsExactly(new What.MoneyWaiting(HOST.toString(), BigInteger.valueOf(900), END_S));
    mirror.mirroredTo(END_S + 10 * DAY_S);
    noticing.tickDue();
    assertThat(ofWaitingMoney()).hasSize(1);

    mirror.withdrawn(HOST, 20, END_S + 10 * DAY_S);
    settled(3, 21, END_S + 10 * DAY_S + 1);
    mirror.mirroredTo(END_S + 12 * DAY_S);
    IntStream.range(0, 12).forEach(step -> noticing.tickDue());
    assertThat(ofWaitingMoney()).hasSize(2);
  }

  @Test
  void writesOfMoneyThatWaitedWhileTheServiceWasAway() {
    mailbox(HOST.toString(), "'host@example.org'");
    noticing.tickDue();
    settled(1, 10, END_S);
    mirror.mirroredTo(END_S + 5 * DAY_S);
    noticing.tickDue();
    noticing.tickDue();
    assertThat(ofWaitingMoney()).hasSize(1);
    assertThat(deliveriesOf("mail")).containsExactly("1 " + HOST);
  }

  @Test
  void leavesMoneyAloneThatWasWithdrawn() {
    noticing.tickDue();
    settled(1, 10, END_S);
    mirror.withdrawn(HOST, 11, END_S + 30);
    mirror.mirroredTo(END_S + 2 * DAY_S);
    noticing.tickDue();
    assertThat(ofWaitingMoney()).isEmpty();
  }

  private void settled(long id, long block, long atSeconds) {
    mirror.put(id, BookingStatus.FINALIZED);
    mirror.event(id, block, "Finalized", FINALIZED, atSeconds);
  }

  private void attested(long id, long block) {
    mirror.event(id, block, "Attested", ATTESTED, END_S);
  }

  private static String challenged() {
    return "{\"challenger\":\"" + GUEST + "\",\"bond_amount\":\"100\"}";
  }

  private static void over(long id) {
    DATABASE
        .jdbc()
        .sql("insert into looks (escrow, booking_id, over) values (:escrow, :id, true)")
        .param("escrow", FakeBookings.ESCROW.toString())
        .param("id", id)
        .update();
  }

  private static void mailbox(String wallet, String mailbox) {
    DATABASE
        .jdbc()
        .sql(
            """
            insert into notice_mailboxes (wallet, mailbox, pending, code_hash, code_ends_ms)
            values (:wallet, %s, 'p@example.org', '\\x01', 1)
            """
                .formatted(mailbox))
        .param("wallet", wallet)
        .update();
  }

  private static List<Notice> told() {
    return new NoticeLog(DATABASE).page(0, 200).stream().map(NoticeCodec::read).toList();
  }

  private static List<What> ofWaitingMoney() {
    return told().stream().map(Notice::what).filter(What.MoneyWaiting.class::isInstance).toList();
  }

  private static List<String> deliveriesOf(String channel) {
    return DATABASE
        .jdbc()
        .sql(
            """
            select number || ' ' || wallet from notice_deliveries where channel = :channel
            order by 1
            """)
        .param("channel", channel)
        .query((row, i) -> row.getString(1))
        .list();
  }
}
