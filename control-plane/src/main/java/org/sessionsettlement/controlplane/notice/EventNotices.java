package org.sessionsettlement.controlplane.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.booking.BookingRecord;

/**
 * Compares what a booking's events are with what was told of them: what is new is told, and what
 * the chain took back is taken back. The same events give nothing a second time.
 */
final class EventNotices {
  /** Between an event's position and how often it had been taken back before. */
  private static final char AGAIN = '#';

  private EventNotices() {}

  /**
   * A notice of an event, or one that takes such a notice back.
   *
   * @param occasion see {@link Draft}
   */
  record Told(Notice notice, String occasion) {
    String position() {
      int again = occasion.indexOf(AGAIN);
      return again < 0 ? occasion : occasion.substring(0, again);
    }
  }

  /**
   * What is to be told of a booking that the mirror has.
   *
   * @param events of this booking, in their order
   * @param told of this booking
   */
  static List<Draft> news(BookingRecord booking, List<ChainEvent> events, List<Told> told) {
    Set<String> known =
        standing(told).stream().map(Told::position).collect(Collectors.toUnmodifiableSet());
    List<Draft> drafts = new ArrayList<>();
    for (var event : events) {
      if (!known.contains(event.position())) {
        event
            .what(booking)
            .map(what -> Draft.of(booking, event.atSeconds(), occasion(event, told), what))
            .ifPresent(drafts::add);
      }
    }
    return drafts;
  }

  /** Taken back and come again it is another notice: its first id has been taken back. */
  private static String occasion(ChainEvent event, List<Told> told) {
    long before =
        told.stream()
            .filter(one -> isOfEvent(one) && one.position().equals(event.position()))
            .count();
    return before == 0 ? event.position() : event.position() + AGAIN + before;
  }

  /** What is to be taken back of a booking, whether or not the mirror still has it. */
  static List<Draft> takenBack(List<ChainEvent> events, List<Told> told) {
    var positions =
        events.stream().map(ChainEvent::position).collect(Collectors.toUnmodifiableSet());
    return standing(told).stream()
        .filter(one -> !positions.contains(one.position()))
        .map(one -> takeBack(one.notice()))
        .toList();
  }

  private static Draft takeBack(Notice notice) {
    return new Draft(
        notice.booking(),
        notice.host(),
        notice.guest(),
        notice.atSeconds(),
        notice.id(),
        new What.TakenBack(notice.id(), NoticeKind.of(notice.what()).text()));
  }

  /** Told, and not taken back. */
  private static List<Told> standing(List<Told> told) {
    var back =
        told.stream()
            .map(one -> one.notice().what())
            .filter(What.TakenBack.class::isInstance)
            .map(what -> ((What.TakenBack) what).noticeId())
            .collect(Collectors.toUnmodifiableSet());
    return told.stream()
        .filter(one -> isOfEvent(one) && !back.contains(one.notice().id()))
        .toList();
  }

  private static boolean isOfEvent(Told one) {
    return !(one.notice().what() instanceof What.TakenBack);
  }
}
