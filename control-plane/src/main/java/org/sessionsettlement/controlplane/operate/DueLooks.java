package org.sessionsettlement.controlplane.operate;

import java.util.List;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which bookings are looked at next, when and why. */
public final class DueLooks {
  private static final String STARTS = "starts";

  private final JdbcClient jdbc;

  public DueLooks(Database database) {
    this.jdbc = database.jdbc();
  }

  /**
   * A booking that is to be looked at.
   *
   * @param atMs when, milliseconds since the epoch; in the past where it is due
   * @param why {@code starts} before the first look, {@code leave} where somebody left, {@code
   *     held_until_end} where it is completed, else the newest verdict's reason, or {@code again}
   */
  public record Due(BookingKey booking, long atMs, String why) {}

  /** Those that come first, soonest first. */
  public List<Due> next(int limit) {
    return jdbc.sql(
            """
            select * from (
              (select l.escrow, l.booking_id, least(l.next_look_ms, l.hook_ms) as at_ms,
                 case when l.hook_ms <= l.next_look_ms then 'leave'
                      else coalesce(v.reason,
                        case v.kind when 'attest' then 'held_until_end' else 'again' end) end as why
               from looks l
               left join lateral (select kind, reason from verdicts v
                 where v.escrow = l.escrow and v.booking_id = l.booking_id
                 order by id desc limit 1) v on true
               where l.next_look_ms is not null
               order by at_ms limit :limit)
              union all
              (select b.escrow, b.booking_id, b.start_s * 1000, :starts from bookings b
               where b.status = 'BOOKED'
                 and not exists (select 1 from looks l
                   where l.escrow = b.escrow and l.booking_id = b.booking_id)
               order by b.start_s limit :limit)
            ) d order by at_ms, escrow, booking_id limit :limit
            """)
        .param("starts", STARTS)
        .param("limit", limit)
        .query(
            (row, i) -> new Due(BookingKey.read(row), row.getLong("at_ms"), row.getString("why")))
        .list();
  }
}
