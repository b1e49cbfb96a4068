package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finalizes what anybody may finalize, and ends disputes that timed out, through the same outbox.
 * Should somebody be faster, that is as good.
 */
public final class Keeper {
  private static final int BATCH = 200;

  /** What was given up, or is done and not mirrored yet, is not tried again at once. */
  private static final long PAUSE_MS = 600_000;

  private static final String NOT_LATELY =
      """
       and not exists (
        select 1 from outbox o
        where o.escrow = b.escrow and o.booking_id = b.booking_id and o.kind = :kind
          and (o.closed_ms is null
               or (o.closed_ms > :since and o.stage in ('confirmed', 'gave_up'))))
      order by b.finalizable_at_s limit :limit
      """;

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Supplier<ChainTime> chainTime;
  private final InstantSource clock;

  public Keeper(Database database, Supplier<ChainTime> chainTime, InstantSource clock) {
    this.jdbc = database.jdbc();
    this.outbox = new Outbox(database);
    this.chainTime = chainTime;
    this.clock = clock;
  }

  /** Puts what can be settled now into the outbox. */
  public void tick() {
    long nowSeconds = chainTime.get().trustedSeconds();
    long nowMs = clock.millis();
    outbox.addAll(
        finalizable(nowSeconds, nowMs).stream().map(Intent.Finalize::new).toList(), nowMs);
    outbox.addAll(
        timedOut(nowSeconds, nowMs).stream().map(Intent.FinalizeDispute::new).toList(), nowMs);
  }

  private List<BookingKey> finalizable(long nowSeconds, long nowMs) {
    return keys(
        "finalize",
        "b.status in ('ATTESTED', 'RESOLVED') and b.finalizable_at_s <= :now",
        nowSeconds,
        nowMs);
  }

  private List<BookingKey> timedOut(long nowSeconds, long nowMs) {
    return keys(
        "finalize_dispute",
        "b.status = 'DISPUTED' and b.disputed_at_s + b.dispute_timeout_s <= :now",
        nowSeconds,
        nowMs);
  }

  private List<BookingKey> keys(String kind, String condition, long nowSeconds, long nowMs) {
    return jdbc.sql("select escrow, booking_id from bookings b where " + condition + NOT_LATELY)
        .param("kind", kind)
        .param("now", nowSeconds)
        .param("since", nowMs - PAUSE_MS)
        .param("limit", BATCH)
        .query((row, i) -> BookingKey.read(row))
        .list();
  }
}
