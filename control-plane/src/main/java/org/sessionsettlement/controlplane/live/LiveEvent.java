package org.sessionsettlement.controlplane.live;

import java.util.Optional;
import java.util.Set;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.tempo.Address;

/**
 * Something that happened on chain.
 *
 * @param topic what kind of thing it happened to
 * @param concerned accounts whose pages show it
 * @param json what is told of it
 */
record LiveEvent(
    Position at, Topic topic, Set<Address> concerned, Optional<BookingKey> booking, String json) {
  LiveEvent {
    concerned = Set.copyOf(concerned);
  }

  /** The name that a stream gives an event. */
  enum Topic {
    BOOKING("booking"),
    SLOT("slot"),
    REQUEST("request"),
    ACCOUNT("account");

    private final String text;

    Topic(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    /** Empty for what no page shows: a change of configuration, a sweep of excess. */
    static Optional<Topic> of(String eventName) {
      return switch (eventName) {
        case "SessionSlotCreated", "SessionSlotCancelled" -> Optional.of(SLOT);
        case "SessionRequestCreated", "SessionRequestCancelled", "SessionRequestAccepted" ->
            Optional.of(REQUEST);
        case "OwedWithdrawn", "HostBasePriceSet" -> Optional.of(ACCOUNT);
        case "SessionBooked",
            "SessionBookingCancelled",
            "Attested",
            "Challenged",
            "Resolved",
            "Finalized",
            "UnattestedRefunded" ->
            Optional.of(BOOKING);
        default -> Optional.empty();
      };
    }
  }

  Message message() {
    return new Message(at.toString(), topic.text(), json);
  }
}
