package org.sessionsettlement.controlplane.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.controlplane.notice.Deliveries;
import org.sessionsettlement.controlplane.notice.Noticing;
import org.sessionsettlement.escrow.EscrowOutcome;

/** What is told of a chain that changes its mind. */
class NoticesOfReorganisationsTest {
  private final Database database = TestDatabase.open(NoticesOfReorganisationsTest.class);
  private final FakeChain chain = new FakeChain();
  private final Indexer indexer = new Indexer(database, chain, 0);
  private final Noticing noticing =
      new Noticing(database, new Deliveries(database, Set.of()), InstantSource.system());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void takesBackWhatTheChainTookBackAndTellsWhatItHasInstead() {
    chain.slotCreated(1).booked(1, 1).attested(1, EscrowOutcome.NO_SHOW_HOST);
    follow();
    chain.takeBack(1).attested(1, EscrowOutcome.COMPLETED);
    follow();

    assertThat(told("kind")).containsExactly("attested", "taken_back", "attested");
    assertThat(told("body::jsonb #>> '{what,outcome}'"))
        .containsExactly("NoShowHost", "null", "Completed");
    assertThat(told("body::jsonb #>> '{what,notice_id}'").get(1)).isEqualTo(told("id").getFirst());
    assertThat(told("id")).doesNotHaveDuplicates();
  }

  @Test
  void takesBackWhatWasToldOfABookingThatIsNoMore() {
    chain.slotCreated(1).booked(1, 1).attested(1, EscrowOutcome.COMPLETED);
    follow();
    chain.takeBack(2).empty().empty().empty();
    follow();

    assertThat(told("kind")).containsExactly("attested", "taken_back");
  }

  @Test
  void tellsNothingASecondTimeWhereTheMirrorIsMadeAnew() {
    chain.slotCreated(1).booked(1, 1).attested(1, EscrowOutcome.COMPLETED);
    follow();
    chain.challenged(1);
    indexer.resync();
    noticing.tickEvents();

    assertThat(told("kind")).containsExactly("attested", "challenged");
    assertThat(
            database.jdbc().sql("select count(*) from changed_bookings").query(Long.class).single())
        .isZero();
  }

  private void follow() {
    indexer.tick();
    noticing.tickEvents();
  }

  private List<String> told(String what) {
    return database
        .jdbc()
        .sql("select " + what + " from notices order by number")
        .query((row, i) -> String.valueOf(row.getString(1)))
        .list();
  }
}
