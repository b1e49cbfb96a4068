package org.sessionsettlement.controlplane.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.escrow.EscrowOutcome;

/** Nodes that are behind, differ from each other, or refuse. */
class NodeTroubleTest {
  private final Database database = TestDatabase.open(NodeTroubleTest.class);
  private final FakeChain chain = new FakeChain().empty();
  private final FakeNodes nodes = new FakeNodes(chain);
  private final Indexer indexer = new Indexer(database, nodes, 0);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsWhatItHasWhileTheNodeThatAnswersIsBehind() {
    chain.slotCreated(1).booked(1, 1).attested(1, EscrowOutcome.COMPLETED);
    indexer.tick();
    nodes.answerFrom(new FakeChain().empty().slotCreated(1));
    indexer.tick();

    assertThat(events()).containsExactly("SessionSlotCreated", "SessionBooked", "Attested");
    assertThat(indexer.lagSeen().blocks()).isZero();
  }

  @Test
  void takesNoBlockOfANodeThatIsBehindForProofThatItIsGone() {
    chain.slotCreated(1).booked(1, 1).attested(1, EscrowOutcome.COMPLETED);
    indexer.tick();
    chain.empty();
    nodes.headFrom(chain).blocksFrom(new FakeChain().empty().slotCreated(1));
    indexer.tick();

    assertThat(events()).containsExactly("SessionSlotCreated", "SessionBooked", "Attested");
  }

  @Test
  void missesNoEventThatTheNodeAskedForLogsDoesNotHaveYet() {
    chain.slotCreated(1);
    indexer.tick();
    chain.booked(1, 1);
    nodes.logsFrom(new FakeChain().empty().slotCreated(1));
    assertThatThrownBy(indexer::tick).isInstanceOf(NodeErrors.unknownBlock().getClass());
    nodes.answerFrom(chain);
    indexer.tick();

    assertThat(events()).containsExactly("SessionSlotCreated", "SessionBooked");
  }

  @Test
  void missesNoEventOfALongRangeEither() {
    chain.slotCreated(1).booked(1, 1);
    blocks(RangeReader.LINKED * 3);
    nodes.logsFrom(new FakeChain().empty().slotCreated(1));
    indexer.tick();
    assertThat(events()).isEmpty();
    nodes.answerFrom(chain);
    indexer.tick();

    assertThat(events()).containsExactly("SessionSlotCreated", "SessionBooked");
  }

  @Test
  void waitsWhileHeadAndBlocksAreOfTwoChains() {
    chain.slotCreated(1).booked(1, 1);
    indexer.tick();
    var other = new FakeChain().empty().slotCreated(1).takeBack(1).empty().empty().empty();
    nodes.headFrom(other);
    indexer.tick();
    assertThat(events()).containsExactly("SessionSlotCreated", "SessionBooked");

    nodes.answerFrom(other);
    indexer.tick();
    assertThat(events()).isEmpty();
  }

  @Test
  void asksForLessWhereTheNodeRefusesARange() {
    chain.slotCreated(1).booked(1, 1);
    blocks(3_000);
    chain.attested(1, EscrowOutcome.COMPLETED);
    blocks(100);
    nodes.refuseRangesAbove(70);
    indexer.tick();

    assertThat(events()).containsExactly("SessionSlotCreated", "SessionBooked", "Attested");
    assertThat(indexer.lagSeen().blocks()).isZero();
    assertThat(nodes.refusals()).isLessThan(60);
  }

  @Test
  void takesNoMoreOfARangeThanItCanWriteWhileTheDatabaseWaits() {
    int many = RangeReader.MOST_EVENTS + 100;
    for (int slot = 1; slot <= many; slot++) {
      chain.slotCreated(slot);
    }
    blocks(RangeReader.LINKED + 1);
    indexer.tick();

    assertThat(events()).hasSize(many);
    assertThat(nodes.mostSlotsAtOnce()).isEqualTo(RangeReader.MOST_EVENTS);
    assertThat(indexer.lagSeen().blocks()).isZero();
  }

  @Test
  void givesUpForNowWhereEvenOneBlockIsTooMuch() {
    chain.slotCreated(1);
    blocks(200);
    nodes.refuseRangesAbove(0);

    assertThatThrownBy(indexer::tick).isInstanceOf(NodeErrors.rangeTooLarge().getClass());
    assertThat(nodes.refusals()).isLessThan(20);
    nodes.refuseRangesAbove(1_000);
    indexer.tick();
    assertThat(events()).containsExactly("SessionSlotCreated");
  }

  @Test
  void goesBackAcrossTheEndsOfRanges() {
    chain.slotCreated(1).booked(1, 1);
    blocks(100);
    chain.attested(1, EscrowOutcome.COMPLETED).challenged(1).slotCreated(2).booked(2, 2);
    blocks(RangeReader.LINKED + 50);
    indexer.tick();
    chain.takeBack(RangeReader.LINKED + 54);
    blocks(RangeReader.LINKED + 60);
    indexer.tick();

    assertThat(events()).containsExactly("SessionSlotCreated", "SessionBooked");
    assertThat(reopened()).containsExactly(1L);
    indexer.tick();
    assertThat(indexer.lagSeen().blocks()).isZero();
  }

  @Test
  void keepsTheOldRowsWhereAResyncFails() {
    chain.slotCreated(1).booked(1, 1);
    indexer.tick();
    nodes.answerFrom(new FakeChain().empty().slotCreated(1));

    assertThatThrownBy(indexer::resync).hasMessageContaining("the mirror is as it was");
    assertThat(events()).containsExactly("SessionSlotCreated", "SessionBooked");
  }

  private void blocks(int count) {
    for (int i = 0; i < count; i++) {
      chain.empty();
    }
  }

  private List<String> events() {
    return database
        .jdbc()
        .sql("select name from escrow_events order by block_number, log_index")
        .query((row, i) -> String.valueOf(row.getString(1)))
        .list();
  }

  private List<Long> reopened() {
    return database
        .jdbc()
        .sql("select booking_id from reopened_bookings")
        .query((row, i) -> row.getLong(1))
        .list();
  }
}
