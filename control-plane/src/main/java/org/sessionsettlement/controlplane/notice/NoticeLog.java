package org.sessionsettlement.controlplane.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table notices: rows are added under one lock, so that numbers appear in their order. */
public final class NoticeLog {
  private final JdbcClient jdbc;

  public NoticeLog(Database database) {
    this.jdbc = database.jdbc();
  }

  /** Whether this transaction alone adds notices; the lock ends with it. */
  boolean tryLock() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('notices', 2))")
        .query(Boolean.class)
        .single();
  }

  /** Adds those that are not there yet, under the lock, and answers them with their numbers. */
  List<Notice> append(List<Draft> drafts) {
    Map<String, Draft> byId = new LinkedHashMap<>();
    drafts.forEach(draft -> byId.putIfAbsent(draft.id(), draft));
    byId.keySet().removeAll(known(byId.keySet()));
    if (byId.isEmpty()) {
      return List.of();
    }
    long last = lastNumber();
    List<Notice> notices = new ArrayList<>(byId.size());
    for (var draft : byId.values()) {
      notices.add(draft.numbered(++last));
    }
    insert(notices, List.copyOf(byId.values()));
    return notices;
  }

  private List<String> known(Set<String> ids) {
    return jdbc.sql("select id from notices where id = any(:ids)")
        .param("ids", ids.toArray(String[]::new))
        .query((row, i) -> row.getString("id"))
        .list();
  }

  private long lastNumber() {
    return jdbc.sql("select coalesce(max(number), 0) from notices").query(Long.class).single();
  }

  private void insert(List<Notice> notices, List<Draft> drafts) {
    jdbc.sql(
            """
            insert into notices (number, id, kind, escrow, booking_id, host, guest, occasion, body)
            select * from unnest(:numbers::bigint[], :ids::text[], :kinds::text[], :escrows::text[],
              :bookings::bigint[], :hosts::text[], :guests::text[], :occasions::text[],
              :bodies::text[])
            """)
        .param("numbers", Columns.numbers(notices, Notice::number))
        .param("ids", Columns.text(notices, Notice::id))
        .param("kinds", Columns.text(notices, one -> NoticeKind.of(one.what()).text()))
        .param("escrows", Columns.text(notices, one -> one.booking().escrow().toString()))
        .param("bookings", Columns.numbers(notices, one -> one.booking().bookingId()))
        .param("hosts", Columns.text(notices, one -> one.host().toString()))
        .param("guests", Columns.text(notices, one -> one.guest().toString()))
        .param("occasions", Columns.text(drafts, Draft::occasion))
        .param("bodies", Columns.text(notices, NoticeCodec::write))
        .update();
  }

  /** What was told of the events of these bookings, in the order of their numbers. */
  List<EventNotices.Told> ofEvents(List<BookingKey> keys) {
    return jdbc.sql(
            """
            select n.occasion, n.body from notices n
            join unnest(:escrows::text[], :bookings::bigint[]) k (escrow, booking_id)
              using (escrow, booking_id)
            where n.kind in ('attested', 'challenged', 'resolved', 'finalized', 'taken_back')
            order by n.number
            """)
        .param("escrows", Columns.escrows(keys))
        .param("bookings", Columns.bookings(keys))
        .query(
            (row, i) ->
                new EventNotices.Told(
                    NoticeCodec.read(row.getString("body")), row.getString("occasion")))
        .list();
  }

  /** The bodies of those after a number, in their order. */
  List<String> page(long after, int limit) {
    return jdbc.sql("select body from notices where number > :after order by number limit :limit")
        .param("after", after)
        .param("limit", limit)
        .query((row, i) -> row.getString("body"))
        .list();
  }
}
