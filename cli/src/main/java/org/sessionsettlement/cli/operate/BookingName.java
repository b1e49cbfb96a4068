package org.sessionsettlement.cli.operate;

import tools.jackson.databind.JsonNode;

/** What a booking is called, so that it can be handed to another verb. */
final class BookingName {
  private BookingName() {}

  static String of(JsonNode booking) {
    return booking.path("escrow").asString() + "-" + booking.path("booking_id").asLong();
  }
}
