package org.sessionsettlement.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.BookingStatus;

/** Everything goes wrong at once, and then every session has its answer; docs/testing.md. */
class ChaosTest {
  private static final Duration SETTLE_LIMIT = Duration.ofSeconds(90);

  /** Between the booking of the first session and the chaos, by the service's clock. */
  private static final Duration BOOKING_TIME = Duration.ofSeconds(75);

  /** So long before it the clocks begin to run fast. */
  private static final Duration LEAD = Duration.ofSeconds(45);

  @TempDir Path folder;

  @Test
  void everySessionGetsTheRulebooksAnswerOnceWhateverFails() throws IOException {
    ChaosSettings settings = ChaosSettings.of(System::getProperty, System.nanoTime());
    System.out.println("chaos: " + settings);
    ChaosPlan plan = ChaosPlan.of(settings);
    try (var installation = Installation.start(folder, new Random(settings.seed()))) {
      List<HeldSession> sessions = open(installation, plan);
      play(installation, plan, sessions);
      try (var database = Database.connect(installation.settings())) {
        awaitAnswers(installation, sessions, new Records(database));
        Inspection.Report report = new Inspection(installation, sessions, database).report();
        System.out.println("chaos: " + report.ends());
        assertThat(report.problems()).as(settings.toString()).isEmpty();
        assertThat(report.attested()).as(settings.toString()).isPositive();
        settleAll(installation, sessions);
        assertThat(Money.problems(installation, sessions)).as(settings.toString()).isEmpty();
      }
    }
  }

  private static List<HeldSession> open(Installation installation, ChaosPlan plan)
      throws IOException {
    for (int i = 0; i < plan.nodes(); i++) {
      installation.addNode();
    }
    long begin =
        installation.time().seconds() + BOOKING_TIME.toSeconds() + plan.sessions().size() / 4;
    List<HeldSession> sessions = new BoxOffice(installation).book(plan.sessions(), begin);
    installation.nodes().forEach(Node::awaitReady);
    installation.jumpTo(begin - LEAD.toSeconds());
    installation.time().run(ChaosPlan.SPEED);
    installation.time().awaitSeconds(begin);
    return sessions;
  }

  private static void play(Installation installation, ChaosPlan plan, List<HeldSession> sessions) {
    try (var parties = Parties.begin(installation, sessions);
        var saboteur = Saboteur.begin(installation, plan.faults())) {
      parties.awaitEnd();
      saboteur.awaitCalm();
    }
  }

  /** Until then each is attested, or has a reason why it is not. */
  private static void awaitAnswers(
      Installation installation, List<HeldSession> sessions, Records records) {
    Await.until(
        SETTLE_LIMIT,
        () -> unanswered(installation, sessions, records).isEmpty(),
        () -> "without an answer: " + unanswered(installation, sessions, records));
  }

  private static List<String> unanswered(
      Installation installation, List<HeldSession> sessions, Records records) {
    List<Booking> bookings =
        installation.escrow().bookings(sessions.stream().map(HeldSession::bookingId).toList());
    return IntStream.range(0, sessions.size())
        .filter(i -> !isAnswered(sessions.get(i), bookings.get(i), records))
        .mapToObj(
            i ->
                sessions.get(i).bookingId()
                    + " is "
                    + bookings.get(i).status()
                    + ", on record "
                    + records.lastVerdict(sessions.get(i)))
        .toList();
  }

  private static boolean isAnswered(HeldSession session, Booking booking, Records records) {
    boolean isMirrored = records.mirroredStatus(session).equals(booking.status().name());
    boolean isOver =
        booking.status() != BookingStatus.BOOKED
            || records
                .lastVerdict(session)
                .filter(last -> last.kind().equals("missed") || last.kind().equals("inconclusive"))
                .isPresent();
    return isMirrored && isOver;
  }

  /** The keeper finalizes what is attested; of what is not, guests claim their money back. */
  private static void settleAll(Installation installation, List<HeldSession> sessions) {
    var terms = installation.escrow().settings();
    long lastEnd =
        sessions.stream().mapToLong(one -> one.terms().endMs() / 1_000).max().orElseThrow();
    installation.jumpTo(lastEnd + terms.challengeWindowSeconds() + terms.noAttestBufferSeconds());
    BoxOffice office = new BoxOffice(installation);
    for (HeldSession session : sessions) {
      if (installation.escrow().booking(session.bookingId()).status() == BookingStatus.BOOKED) {
        office.escrow(session.guest()).claimIfUnattested(session.bookingId()).orThrow();
      }
    }
    Await.until(
        SETTLE_LIMIT,
        () ->
            installation
                .escrow()
                .bookings(sessions.stream().map(HeldSession::bookingId).toList())
                .stream()
                .allMatch(booking -> booking.status() == BookingStatus.FINALIZED),
        () -> "the keeper has not finalized what it can");
  }
}
