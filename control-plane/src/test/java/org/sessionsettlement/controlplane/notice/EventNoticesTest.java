package org.sessionsettlement.controlplane.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.escrow.EscrowOutcome;
import tools.jackson.databind.json.JsonMapper;

class EventNoticesTest {
  private static final BookingRecord BOOKING =
      new BookingRecord(
          FakeBookings.key(1),
          1,
          FakeBookings.HOST,
          FakeBookings.GUEST,
          BigInteger.TEN,
          FakeBookings.HALF_AN_HOUR,
          new BookingRecord.Offer(BigInteger.TEN, 60),
          new BookingRecord.Standing(
              BookingStatus.RESOLVED,
              EscrowOutcome.COMPLETED,
              Optional.empty(),
              0,
              0,
              Optional.empty(),
              Optional.empty(),
              false),
          new BookingTerms(1_000, 5_000, 3_600, 10_800, 86_400, BigInteger.ONE));

  private final List<EventNotices.Told> told = new ArrayList<>();

  @Test
  void givesTheSameEventTheSameIdWhoeverDerivesIt() {
    var first = EventNotices.news(BOOKING, List.of(resolved("0xb1:0")), List.of());
    assertThat(first).hasSize(1);
    assertThat(first.getFirst().id())
        .matches("[0-9a-f]{32}")
        .isEqualTo(EventNotices.news(BOOKING, List.of(resolved("0xb1:0")), told).getFirst().id());
  }

  @Test
  void tellsAnEventOfAnotherBlockAsAnother() {
    var one = EventNotices.news(BOOKING, List.of(resolved("0xb1:0")), told).getFirst();
    var other = EventNotices.news(BOOKING, List.of(resolved("0xb2:0")), told).getFirst();
    assertThat(one.id()).isNotEqualTo(other.id());
  }

  @Test
  void givesAnotherIdToWhatComesBackAfterItWasTakenBack() {
    step(resolved("0xb1:0"));
    step();
    step(resolved("0xb1:0"));
    step();
    step(resolved("0xb1:0"));
    step(resolved("0xb1:0"));

    assertThat(told)
        .extracting(one -> NoticeKind.of(one.notice().what()).text())
        .containsExactly("resolved", "taken_back", "resolved", "taken_back", "resolved");
    assertThat(told).extracting(one -> one.notice().id()).doesNotHaveDuplicates();
  }

  /** The chain has these events now; what is new is told. */
  private void step(ChainEvent... events) {
    var now = List.of(events);
    List<Draft> drafts = new ArrayList<>(EventNotices.takenBack(now, told));
    drafts.addAll(EventNotices.news(BOOKING, now, told));
    for (var draft : drafts) {
      told.add(new EventNotices.Told(draft.numbered(told.size() + 1L), draft.occasion()));
    }
  }

  private static ChainEvent resolved(String position) {
    var fields = JsonMapper.shared().createObjectNode().put("final_outcome", "Completed");
    return new ChainEvent(BOOKING.key(), position, "Resolved", 5, "0xt", fields);
  }
}
