package org.sessionsettlement.controlplane.notice;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.booking.MirroredBookings;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.BookingNotes;
import org.sessionsettlement.controlplane.db.Database;

/**
 * Derives notices from the mirror, on one node at a time, and has them sent. Notices and what is to
 * be sent are written in the transaction that takes the mirror's notes away, so that a crash loses
 * none and doubles none.
 */
public final class Noticing {
  /** What is older is history, and no e-mail: a mirror that is made anew wakes nobody. */
  static final Duration NEWS = Duration.ofDays(1);

  private static final int STEPS_A_TICK = 20;

  private final Database database;
  private final BookingNotes changed;
  private final ChainEvents chainEvents;
  private final MirroredBookings bookings;
  private final NoticeLog log;
  private final DueNotices due;
  private final Deliveries deliveries;
  private final InstantSource clock;

  public Noticing(Database database, Deliveries deliveries, InstantSource clock) {
    this.database = database;
    this.changed = BookingNotes.changed(database);
    this.chainEvents = new ChainEvents(database);
    this.bookings = new MirroredBookings(database);
    this.log = new NoticeLog(database);
    this.due = new DueNotices(database);
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** Tells what happened, within bounds. */
  public void tickEvents() {
    boolean more = true;
    for (int i = 0; more && i < STEPS_A_TICK; i++) {
      more = database.inTransaction(this::tellEvents);
    }
  }

  /** Tells what became so by the passing of time, within bounds. */
  public void tickDue() {
    database.doInTransaction(
        () -> {
          if (log.tryLock()) {
            tell(due.drafts());
          }
        });
  }

  private boolean tellEvents() {
    if (!log.tryLock()) {
      return false;
    }
    var keys = changed.take();
    if (!keys.isEmpty()) {
      tell(drafts(keys));
    }
    return !keys.isEmpty();
  }

  private List<Draft> drafts(List<BookingKey> keys) {
    var records = bookings.findAll(keys);
    var events = byBooking(chainEvents.of(keys), ChainEvent::booking);
    var told = byBooking(log.ofEvents(keys), one -> one.notice().booking());
    List<Draft> drafts = new ArrayList<>();
    for (var key : keys) {
      var itsEvents = events.getOrDefault(key, List.of());
      var itsTold = told.getOrDefault(key, List.of());
      drafts.addAll(EventNotices.takenBack(itsEvents, itsTold));
      Stream.ofNullable(records.get(key))
          .flatMap(record -> EventNotices.news(record, itsEvents, itsTold).stream())
          .forEach(drafts::add);
    }
    return drafts;
  }

  private static <T> Map<BookingKey, List<T>> byBooking(
      List<T> all, Function<T, BookingKey> booking) {
    return all.stream().collect(Collectors.groupingBy(booking));
  }

  private void tell(List<Draft> drafts) {
    var notices = log.append(drafts);
    if (notices.isEmpty()) {
      return;
    }
    long nowMs = clock.millis();
    deliveries.addWebhooks(notices, nowMs);
    deliveries.addMail(letters(notices), nowMs);
  }

  private List<Deliveries.Letter> letters(List<Notice> notices) {
    var newsFrom = newsFrom();
    return notices.stream()
        .filter(
            notice -> notice.atSeconds() >= newsFrom.getOrDefault(escrow(notice), Long.MAX_VALUE))
        .flatMap(
            notice ->
                notice.mailTo().stream()
                    .map(wallet -> new Deliveries.Letter(notice.number(), wallet)))
        .toList();
  }

  private static String escrow(Notice notice) {
    return notice.booking().escrow().toString();
  }

  /** Since when something is news, of each escrow by its chain's time as mirrored. */
  private Map<String, Long> newsFrom() {
    return database
        .jdbc()
        .sql("select escrow, block_time_s from indexer_cursors")
        .query((row, i) -> Map.entry(row.getString("escrow"), row.getLong("block_time_s")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue() - NEWS.toSeconds()));
  }
}
