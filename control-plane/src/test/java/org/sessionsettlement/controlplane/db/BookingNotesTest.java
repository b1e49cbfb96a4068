package org.sessionsettlement.controlplane.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessionsettlement.controlplane.FakeBookings;

class BookingNotesTest {
  private static final Database DATABASE = TestDatabase.open(BookingNotesTest.class);

  private final BookingNotes notes = BookingNotes.changed(DATABASE);

  static Stream<BookingNotes> kinds() {
    return Stream.of(BookingNotes.changed(DATABASE), BookingNotes.reopened(DATABASE));
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void clear() {
    DATABASE.jdbc().sql("truncate changed_bookings, reopened_bookings").update();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void areTakenOnceHoweverOftenTheyWereLeft(BookingNotes some) {
    some.leave(FakeBookings.ESCROW, List.of(2L, 1L));
    some.leave(FakeBookings.ESCROW, List.of(2L));
    assertThat(some.take()).containsExactlyInAnyOrder(FakeBookings.key(1), FakeBookings.key(2));
    assertThat(some.take()).isEmpty();
  }

  /** Else it would be gone before what it is about can be seen. */
  @Test
  void areNotTakenFromUnderWhoeverLeavesThemAnew() throws Exception {
    notes.leave(FakeBookings.ESCROW, List.of(1L));
    try (var other = Executors.newSingleThreadExecutor()) {
      DATABASE.doInTransaction(
          () -> {
            notes.leave(FakeBookings.ESCROW, List.of(1L));
            assertThat(other.submit(notes::take))
                .succeedsWithin(Duration.ofMinutes(1))
                .isEqualTo(List.of());
          });
      assertThat(other.submit(notes::take).get()).containsExactly(FakeBookings.key(1));
    }
  }

  @Test
  void areThereAgainWhereActingOnThemFailed() {
    notes.leave(FakeBookings.ESCROW, List.of(1L));
    var failure =
        catchThrowable(
            () ->
                DATABASE.doInTransaction(
                    () -> {
                      notes.take();
                      throw new IllegalStateException("it did not work");
                    }));
    assertThat(failure).hasMessage("it did not work");
    assertThat(notes.take()).containsExactly(FakeBookings.key(1));
  }
}
