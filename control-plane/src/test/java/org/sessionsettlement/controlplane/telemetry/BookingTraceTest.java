package org.sessionsettlement.controlplane.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.tempo.Address;

class BookingTraceTest {
  private static final BookingKey KEY = new BookingKey(Address.parse("0x" + "ab".repeat(20)), 12);

  /** {@code printf 0xabab...-12 | sha256sum}. */
  @Test
  void hasTheIdsThatAnybodyDerivesFromTheBookingsName() {
    assertThat(BookingTrace.of(KEY))
        .isEqualTo(new BookingTrace("695376611105a2c40ce140b09ea3c7d2", "52f1de8e2976ce90"));
  }

  @Test
  void isAnothersForAnotherBooking() {
    assertThat(BookingTrace.of(new BookingKey(KEY.escrow(), 13)).traceId())
        .isNotEqualTo(BookingTrace.of(KEY).traceId());
  }
}
