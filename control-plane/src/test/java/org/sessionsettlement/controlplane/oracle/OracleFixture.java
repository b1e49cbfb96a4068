package org.sessionsettlement.controlplane.oracle;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.controlplane.telemetry.Traces;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/** The oracle on a real database, with a chain and a clock that a test moves. */
final class OracleFixture implements AutoCloseable {
  static final long START_S = FakeBookings.START_S;
  static final long END_S = START_S + 1_800;
  static final long GRACE_END_S = START_S + 300;

  final Database database;
  final SettableClock clock = new SettableClock((START_S - 60) * 1_000);
  final FakeOracleChain chain = new FakeOracleChain(START_S - 60);
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final Outbox outbox;
  final Looks looks;
  final Meters meters = new Meters();
  final OracleTelemetry telemetry = new OracleTelemetry(meters, Traces.OFF);

  OracleFixture(Class<?> test) {
    this.database = TestDatabase.open(test);
    this.outbox = new Outbox(database);
    this.looks = new Looks(database);
    meters.show(registry);
  }

  /** A new process: it knows what is stored, and nothing else. */
  Submitter submitter() {
    return new Submitter(
        database, chain, Witness.NONE, new Duties(true, true), telemetry, () -> {}, clock);
  }

  Evaluator evaluator() {
    PayloadMaker payloads =
        (booking, facts, decision) -> {
          var bytes = (booking.key() + " " + decision).getBytes(StandardCharsets.UTF_8);
          return new MetricsPayloads.Payload(Keccak256.hash(bytes), Bytes.of(bytes));
        };
    return new Evaluator(database, chain::time, payloads, telemetry, () -> {}, clock);
  }

  Overriding overriding(Set<Address> operators) {
    return new Overriding(database, chain, operators, telemetry, clock);
  }

  Sweep sweep() {
    return new Sweep(database, evaluator(), telemetry, clock);
  }

  Keeper keeper() {
    return new Keeper(database, chain::time, clock);
  }

  /** Moves wall and chain alike. */
  void at(long seconds) {
    clock.set(seconds * 1_000);
    chain.advanceTo(seconds);
  }

  void later(Duration by) {
    at(clock.millis() / 1_000 + by.toSeconds());
  }

  /** A booking of half an hour from {@link #START_S}, on chain and mirrored. */
  BookingKey booked(long id) {
    return mirrored(id, BookingStatus.BOOKED);
  }

  BookingKey mirrored(long id, BookingStatus status) {
    var key = FakeBookings.key(id);
    chain.put(key, status);
    database
        .jdbc()
        .sql(
            """
            insert into slots (escrow, slot_id, host, start_s, duration_mins, price, grace_mins,
              min_overlap_mins, cancel_cutoff_mins)
            values (:escrow, :id, :host, :start, 30, 1000, 5, 15, 60)
            """)
        .param("escrow", key.escrow().toString())
        .param("id", id)
        .param("host", FakeBookings.HOST.toString())
        .param("start", START_S)
        .update();
    insertBooking(key, status);
    return key;
  }

  private void insertBooking(BookingKey key, BookingStatus status) {
    database
        .jdbc()
        .sql(
            """
            insert into bookings (escrow, booking_id, slot_id, host, guest, start_s, amount, status,
              outcome, attested_at_s, finalizable_at_s, bond_amount, disputed_at_s, challenger,
              refunded_unattested, fee_bps, late_cancel_penalty_bps, challenge_window_s,
              no_attest_buffer_s, dispute_timeout_s, challenge_bond)
            values (:escrow, :id, :id, :host, :guest, :start, 1000, :status, 'NONE', 0, :end, 0,
              :end, null, false, 1000, 5000, 3600, 10800, 86400, 100)
            """)
        .param("escrow", key.escrow().toString())
        .param("id", key.bookingId())
        .param("host", FakeBookings.HOST.toString())
        .param("guest", FakeBookings.GUEST.toString())
        .param("start", START_S)
        .param("end", END_S)
        .param("status", status.name())
        .update();
  }

  void mirror(BookingKey key, BookingStatus status) {
    database
        .jdbc()
        .sql("update bookings set status = :status where booking_id = :id")
        .param("status", status.name())
        .param("id", key.bookingId())
        .update();
  }

  /** The service watched from a minute before the start until then. */
  void watchedUntil(long seconds) {
    database
        .jdbc()
        .sql(
            """
            insert into liveness (at_ms, node_id)
            select s * 1000, 'n' from generate_series(:from::bigint, :to::bigint) s
            on conflict do nothing
            """)
        .param("from", START_S - 60)
        .param("to", seconds)
        .update();
  }

  void host(BookingKey key, long fromSeconds, long untilSeconds) {
    present(key, FakeBookings.HOST, "host", fromSeconds, untilSeconds);
  }

  void guest(BookingKey key, long fromSeconds, long untilSeconds) {
    present(key, FakeBookings.GUEST, "guest", fromSeconds, untilSeconds);
  }

  private void present(BookingKey key, Address wallet, String role, long from, long until) {
    database
        .jdbc()
        .sql(
            """
            insert into room_participants (connection_id, escrow, booking_id, wallet, role,
              joined_ms, last_seen_ms, left_ms, leave_reason)
            values (:connection, :escrow, :id, :wallet, :role, :from, :until, :until, 'left')
            """)
        .param("connection", UUID.randomUUID())
        .param("escrow", key.escrow().toString())
        .param("id", key.bookingId())
        .param("wallet", wallet.toString())
        .param("role", role)
        .param("from", from * 1_000)
        .param("until", until * 1_000)
        .update();
  }

  Stage stage(BookingKey key) {
    return outbox.attestation(key).orElseThrow().stage();
  }

  Optional<VerdictRecord> verdict(BookingKey key) {
    return new Verdicts(database).newest(key);
  }

  static Hash32 hash(int digit) {
    return Hash32.parse("0x" + String.valueOf(digit).repeat(64));
  }

  @Override
  public void close() {
    database.close();
  }
}
