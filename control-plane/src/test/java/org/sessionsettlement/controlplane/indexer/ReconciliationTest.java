package org.sessionsettlement.controlplane.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.escrow.EscrowOutcome;

class ReconciliationTest {
  private final Database database = TestDatabase.open(ReconciliationTest.class);
  private final SettableClock clock = new SettableClock(1_000);
  private final FakeChain chain =
      new FakeChain()
          .empty()
          .slotCreated(1)
          .booked(1, 1)
          .attested(1, EscrowOutcome.COMPLETED)
          .challenged(1)
          .slotCreated(2)
          .booked(2, 2)
          .cancelled(2, EscrowOutcome.CANCELLED_BY_GUEST);
  private final Indexer indexer = new Indexer(database, chain, 0);
  private final Reconciliation reconciliation = new Reconciliation(database, chain, clock);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void findsNothingInAMirrorOfTheChain() {
    indexer.tick();
    reconciliation.tick();

    assertThat(differences()).isEmpty();
  }

  @Test
  void findsWhatARowSaysOtherwiseUntilAResyncMendsIt() {
    indexer.tick();
    change("update bookings set status = 'BOOKED', challenger = null where booking_id = 1");
    change("update bookings set amount = 7 where booking_id = 2");
    reconciliation.tick();
    assertThat(differences())
        .containsExactly("1 challenger gone=false", "1 status gone=false", "2 amount gone=false");
    assertThat(reconciliation.openSeen()).isEqualTo(3);

    indexer.resync();
    clock.set(2_000);
    reconciliation.tick();
    assertThat(reconciliation.openSeen()).isZero();
    assertThat(differences())
        .containsExactly("1 challenger gone=true", "1 status gone=true", "2 amount gone=true");
  }

  @Test
  void missesWhatIsNotThereAtAll() {
    indexer.tick();
    change("delete from bookings where booking_id = 2");
    change("delete from escrow_events where name = 'Challenged'");
    reconciliation.tick();

    assertThat(differences()).containsExactly("0 bookings gone=false", "0 total_held gone=false");
  }

  @Test
  void waitsWhileTheNodeHasAnotherBlockThere() {
    indexer.tick();
    change("update bookings set status = 'BOOKED' where booking_id = 1");
    chain.takeBack(1).empty();
    reconciliation.tick();

    assertThat(differences()).isEmpty();
  }

  private void change(String sql) {
    database.jdbc().sql(sql).update();
  }

  private List<String> differences() {
    return database
        .jdbc()
        .sql(
            """
            select booking_id || ' ' || field || ' gone=' || (gone_ms is not null)
            from mirror_differences order by booking_id, field
            """)
        .query((row, i) -> String.valueOf(row.getString(1)))
        .list();
  }
}
