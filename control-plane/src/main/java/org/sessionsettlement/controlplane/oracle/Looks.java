package org.sessionsettlement.controlplane.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When to evaluate each booking next. A booking without a row is due once it has begun. */
public final class Looks {
  /** By then the mirror has what we saw confirmed. */
  private static final long MIRRORED_AFTER_MS = 60_000;

  private final JdbcClient jdbc;

  public Looks(Database database) {
    this.jdbc = database.jdbc();
  }

  void lookAt(BookingKey key, long atMs) {
    lookAt(List.of(Look.at(key, atMs)));
  }

  /**
   * Somebody has left: look some time after, instead of when an earlier leave asked for it. It
   * pushes back nothing that the rulebook asked for, and wakes nothing that is over.
   *
   * @param atMs when to look
   * @param atMostAfterMs since the first leave that is not looked at yet: leaves that follow each
   *     other for ever do not put the look off for ever
   * @return when it is looked at next; empty where nothing is left to look at
   */
  public Optional<Long> lookAfterLeave(BookingKey key, long atMs, long atMostAfterMs) {
    return jdbc.sql(
            """
            update looks set hook_first_ms = coalesce(hook_first_ms, :at),
              hook_ms = least(:at, coalesce(hook_first_ms, :at) + :most)
            where escrow = :escrow and booking_id = :booking and next_look_ms is not null
            returning least(next_look_ms, hook_ms)
            """)
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId())
        .param("at", atMs)
        .param("most", atMostAfterMs)
        .query(Long.class)
        .optional();
  }

  /** When it is looked at next, for whatever reason. */
  Optional<Long> nextMs(BookingKey key) {
    return planned(key)
        .flatMap(
            planned ->
                Stream.of(planned.nextMs(), planned.hookMs())
                    .flatMap(Optional::stream)
                    .min(Long::compare));
  }

  /** What makes it due; a booking that nobody has looked at yet is due at once. */
  Optional<Trigger> dueFor(BookingKey key, long nowMs) {
    return planned(key)
        .or(() -> Optional.of(new Planned(Optional.of(nowMs), Optional.empty())))
        .flatMap(planned -> planned.dueFor(nowMs));
  }

  /** When it is looked at because somebody left. */
  Optional<Long> hookMs(BookingKey key) {
    return planned(key).flatMap(Planned::hookMs);
  }

  private record Planned(Optional<Long> nextMs, Optional<Long> hookMs) {
    Optional<Trigger> dueFor(long nowMs) {
      if (hookMs.filter(atMs -> atMs <= nowMs).isPresent()) {
        return Optional.of(Trigger.LEAVE);
      }
      return nextMs.filter(atMs -> atMs <= nowMs).map(atMs -> Trigger.INSTANT);
    }
  }

  /** Empty where it has no row; a leave wakes nothing that is at rest. */
  private Optional<Planned> planned(BookingKey key) {
    return jdbc.sql(
            "select next_look_ms, case when next_look_ms is not null then hook_ms end as hook_ms"
                + " from looks where escrow = :escrow and booking_id = :booking")
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId())
        .query(
            (row, i) ->
                new Planned(
                    Optional.ofNullable(row.getObject("next_look_ms", Long.class)),
                    Optional.ofNullable(row.getObject("hook_ms", Long.class))))
        .optional();
  }

  /**
   * Brings the next look forward; it never pushes one back, and wakes what was at rest but is not
   * over.
   */
  public void noLaterThan(BookingKey key, long atMs) {
    jdbc.sql(
            """
            update looks set next_look_ms = least(next_look_ms, :at)
            where escrow = :escrow and booking_id = :booking and not over
            """)
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId())
        .param("at", atMs)
        .update();
  }

  /**
   * Bookings to be looked at, longest due first.
   *
   * @param begunSinceSeconds of those that nobody has looked at yet, only what has begun since then
   * @param limit of those that were looked at before, and of those that were not
   * @return the bookings, and since when each is due
   */
  Map<BookingKey, Long> due(long nowMs, long begunSinceSeconds, int limit) {
    return read(
        jdbc.sql(
                """
                (select escrow, booking_id, least(next_look_ms, hook_ms) as due_ms from looks
                 where next_look_ms is not null and least(next_look_ms, hook_ms) <= :now
                 order by due_ms limit :limit)
                union all
                (select b.escrow, b.booking_id, b.start_s * 1000 from bookings b
                 where b.status = 'BOOKED' and b.start_s between :since and :now / 1000
                   and not exists (select 1 from looks l
                     where l.escrow = b.escrow and l.booking_id = b.booking_id)
                 order by b.start_s limit :limit)
                """)
            .param("now", nowMs)
            .param("since", begunSinceSeconds)
            .param("limit", limit));
  }

  /** Those of these that are due, as {@link #due(long, long, int)} gives them. */
  Map<BookingKey, Long> due(List<BookingKey> keys, long nowMs) {
    return read(
        jdbc.sql(
                """
                select k.escrow, k.booking_id,
                  case when l.escrow is null then :now else least(next_look_ms, hook_ms) end due_ms
                from unnest(:escrows::text[], :bookings::bigint[]) k (escrow, booking_id)
                left join looks l using (escrow, booking_id)
                where l.escrow is null
                  or (next_look_ms is not null and least(next_look_ms, hook_ms) <= :now)
                """)
            .param("escrows", Columns.escrows(keys))
            .param("bookings", Columns.bookings(keys))
            .param("now", nowMs));
  }

  private static Map<BookingKey, Long> read(JdbcClient.StatementSpec query) {
    var due = new LinkedHashMap<BookingKey, Long>();
    query.query(
        row -> {
          due.put(BookingKey.read(row), row.getLong("due_ms"));
        });
    return due;
  }

  /**
   * When to look at a booking.
   *
   * @param atMs empty where nothing is to be looked at for now
   * @param over whether that is for good: nothing can be attested any more
   */
  record Look(BookingKey key, Optional<Long> atMs, boolean over) {
    static Look at(BookingKey key, long atMs) {
      return new Look(key, Optional.of(atMs), false);
    }

    /** An attestation is under way, or the booking is not Booked. */
    static Look notNow(BookingKey key) {
      return new Look(key, Optional.empty(), false);
    }

    static Look over(BookingKey key) {
      return new Look(key, Optional.empty(), true);
    }
  }

  /**
   * Makes due what nobody would look at otherwise: Booked, begun, not over, no attestation under
   * way, and yet no look planned. So it is with a booking that the chain had settled and took back.
   *
   * @return how many there were
   */
  int remember(long nowMs) {
    return jdbc.sql(
            """
            update looks l set next_look_ms = :now from bookings b
            where l.next_look_ms is null and not l.over
              and b.escrow = l.escrow and b.booking_id = l.booking_id
              and b.status = 'BOOKED' and b.start_s <= :now / 1000
              and not exists (select 1 from outbox o
                where o.escrow = l.escrow and o.booking_id = l.booking_id and o.kind = 'attest'
                  and (o.stage in ('decided', 'signed')
                       or (o.stage = 'confirmed' and o.closed_ms > :now - :mirrored)))
            """)
        .param("now", nowMs)
        .param("mirrored", MIRRORED_AFTER_MS)
        .update();
  }

  /** A booking each; what was planned for these before does not count any more. */
  void lookAt(List<Look> looks) {
    if (looks.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into looks (escrow, booking_id, next_look_ms, over)
            select * from unnest(:escrows::text[], :bookings::bigint[], :ats::bigint[],
              :overs::boolean[])
            on conflict (escrow, booking_id) do update
              set over = excluded.over, next_look_ms = excluded.next_look_ms, hook_ms = null, hook_first_ms = null
            """)
        .param("escrows", Columns.text(looks, look -> look.key().escrow().toString()))
        .param("bookings", Columns.numbers(looks, look -> look.key().bookingId()))
        .param("ats", Columns.numbers(looks, look -> look.atMs().orElse(null)))
        .param("overs", Columns.flags(looks, Look::over))
        .update();
  }
}
