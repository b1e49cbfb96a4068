package org.sessionsettlement.controlplane.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.booking.MirroredBookings;
import org.sessionsettlement.controlplane.booking.Timeline;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowOutcome;

class IndexerTest {
  private final Database database = TestDatabase.open(IndexerTest.class);
  private final FakeChain chain = new FakeChain().empty();
  private final Indexer indexer = new Indexer(database, chain, 0);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void mirrorsABookingWithTheTermsThatItsEventsLack() {
    chain.slotCreated(1).empty().booked(1, 1);
    indexer.tick();

    var booking = find(1).orElseThrow();
    assertThat(booking.host()).isEqualTo(FakeChain.HOST);
    assertThat(booking.guest()).isEqualTo(FakeChain.GUEST);
    assertThat(booking.slot().graceMins()).isEqualTo(5);
    assertThat(booking.slot().minOverlapMins()).isEqualTo(15);
    assertThat(booking.terms()).isEqualTo(FakeChain.TERMS);
    assertThat(booking.standing().status()).isEqualTo(BookingStatus.BOOKED);
  }

  @Test
  void followsABookingFromTickToTick() {
    chain.slotCreated(1).booked(1, 1);
    indexer.tick();
    chain.attested(1, EscrowOutcome.NO_SHOW_HOST);
    indexer.tick();

    var standing = find(1).orElseThrow().standing();
    assertThat(standing.status()).isEqualTo(BookingStatus.ATTESTED);
    assertThat(standing.outcome()).isEqualTo(EscrowOutcome.NO_SHOW_HOST);
    assertThat(standing.metricsHash()).contains(FakeChain.METRICS);
    assertThat(standing.attestedAtSeconds()).isEqualTo(chain.head().timestampSeconds());
  }

  @Test
  void tellsOfABookingsEventsOnceTheyAreInTheTables() {
    var told = new ArrayList<EscrowEvent>();
    var telling =
        new Indexer(
            database,
            chain,
            0,
            event -> {
              assertThat(find(event.bookingId())).isPresent();
              told.add(event);
            });
    chain.slotCreated(1).booked(1, 1).attested(1, EscrowOutcome.NO_SHOW_HOST).challenged(1);
    telling.tick();
    telling.tick();

    assertThat(told)
        .hasExactlyElementsOfTypes(
            EscrowEvent.SessionBooked.class,
            EscrowEvent.Attested.class,
            EscrowEvent.Challenged.class);
  }

  @Test
  void forgetsWhatTheChainTookBack() {
    chain.slotCreated(1).booked(1, 1);
    indexer.tick();
    chain.attested(1, EscrowOutcome.COMPLETED).slotCreated(2).booked(2, 2);
    indexer.tick();
    chain.takeBack(3).empty().empty().empty().empty();
    indexer.tick();

    assertThat(find(1).orElseThrow().standing().status()).isEqualTo(BookingStatus.BOOKED);
    assertThat(find(2)).isEmpty();
    assertThat(timeline(1)).containsExactly("SessionSlotCreated", "SessionBooked");
  }

  @Test
  void takesWhatTheChainHasInstead() {
    chain.slotCreated(1).booked(1, 1).attested(1, EscrowOutcome.COMPLETED);
    indexer.tick();
    chain.takeBack(1).cancelled(1, EscrowOutcome.CANCELLED_BY_HOST);
    indexer.tick();

    var standing = find(1).orElseThrow().standing();
    assertThat(standing.status()).isEqualTo(BookingStatus.CANCELLED);
    assertThat(standing.cancelledBy()).contains(EscrowOutcome.CANCELLED_BY_HOST);
    assertThat(standing.metricsHash()).isEmpty();
  }

  @Test
  void startsAnewWhenNothingThatItKnowsIsLeft() {
    chain.slotCreated(1).booked(1, 1);
    indexer.tick();
    chain.takeBack(2).slotCreated(1).empty();
    indexer.tick();

    assertThat(find(1)).isEmpty();
    assertThat(indexer.lag().blocks()).isZero();
  }

  @Test
  void waitsForANodeThatIsBehindInsteadOfGoingBack() {
    chain.slotCreated(1).booked(1, 1).empty();
    indexer.tick();
    var behind = new FakeChain().empty().slotCreated(1);
    new Indexer(database, behind, 0).tick();

    assertThat(find(1)).isPresent();
  }

  @Test
  void readsTheSameTablesFromZeroAsItWroteStepByStep() {
    chain.slotCreated(1).booked(1, 1);
    indexer.tick();
    chain.attested(1, EscrowOutcome.COMPLETED).slotCreated(2).booked(2, 2);
    indexer.tick();
    chain.takeBack(1).booked(2, 2).cancelled(2, EscrowOutcome.CANCELLED_BY_GUEST);
    indexer.tick();

    try (var other = TestDatabase.open(IndexerTest.class)) {
      new Indexer(other, chain, 0).tick();
      for (String table : List.of("escrow_events", "slots", "bookings", "indexer_cursors")) {
        assertThat(rows(database, table)).as(table).isEqualTo(rows(other, table)).isNotEmpty();
      }
    }
  }

  @Test
  void writesNothingOfARangeThatItCouldNotWriteWhole() {
    chain.slotCreated(1).booked(1, 1).booked(2, 99);

    assertThatThrownBy(indexer::tick).hasMessageContaining("slotId=99");
    assertThat(find(1)).isEmpty();
    assertThat(rows(database, "escrow_events")).isEmpty();
  }

  private Optional<BookingRecord> find(long id) {
    return new MirroredBookings(database).find(new BookingKey(FakeChain.ESCROW, id));
  }

  private List<String> timeline(long id) {
    return new Timeline(database)
        .of(new BookingKey(FakeChain.ESCROW, id)).stream().map(Timeline.Entry::name).toList();
  }

  private static List<String> rows(Database from, String table) {
    return from.jdbc()
        .sql("select to_jsonb(t)::text from " + table + " t order by 1")
        .query((row, i) -> String.valueOf(row.getString(1)))
        .list();
  }
}
