package org.sessionsettlement.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sessionsettlement.cli.demo.Script;
import org.sessionsettlement.cli.stack.Closers;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.tempo.Hash32;

/**
 * A real node is killed with {@code kill -9} between each two steps of an attestation, and a second
 * one, started after that, takes over.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  /** By the service's clock, from the booking; the escrow wants more than a minute. */
  private static final long STARTS_AFTER_SECONDS = 75;

  private static final long OUTLASTS_EVERY_TRANSACTION_SECONDS = 60;

  /** More blocks than may come between a look at the head and a reorganisation. */
  private static final int MINED_MEANWHILE = 4;

  /** Before the start: the gap that a jump leaves has ended by then. */
  private static final long JOINS_OPEN_SECONDS = 17;

  private final Closers closers = new Closers();
  private Installation installation;
  private Database database;
  private Records records;
  private Node node;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    installation = closers.add(Installation.start(folder, new Random(0)));
    node = installation.addNode();
    node.awaitReady();
    database = closers.add(Database.connect(installation.settings()));
    records = new Records(database);
  }

  @AfterAll
  void close() {
    closers.close();
  }

  @ParameterizedTest
  @EnumSource
  void losesNothingAndAttestsNothingTwiceWhenItIsKilled(CrashStep step) throws Exception {
    HeldSession session = booked(0);
    try (Hold hold = node.rpc().hold(step.hold(session.bookingId()))) {
      jumpToTheStartOf(session);
      hold.awaitReached();
      assertThat(stage(session)).isEqualTo(step.storedStage());
      if (step.chainHasIt()) {
        await("mined", () -> attestations(session).size() == 1);
      } else {
        assertThat(attestations(session)).isEmpty();
      }
      node.kill();
    }
    takeOver();

    await("confirmed", () -> stage(session).equals("confirmed"));
    assertThat(attestations(session)).hasSize(1);
    assertThat(attestations(session).getFirst().outcome()).isEqualTo(EscrowOutcome.NO_SHOW_HOST);
  }

  @Test
  void decidesAgainWhenWhatItHadSignedIsNoLongerValidAtTheTakeover() throws Exception {
    HeldSession session = booked(0);
    try (Hold hold = node.rpc().hold(CrashStep.SIGNED_NOT_SENT.hold(session.bookingId()))) {
      jumpToTheStartOf(session);
      hold.awaitReached();
      node.kill();
    }
    installation.jumpTo(installation.time().seconds() + OUTLASTS_EVERY_TRANSACTION_SECONDS);
    takeOver();

    await("attested", () -> attestations(session).size() == 1);
    await("confirmed", () -> stage(session).equals("confirmed"));
    assertThat(submissions(session)).containsExactly("expired", "confirmed");
  }

  @Test
  void finalizesWhatWasAttestedBeforeItsKeeperWasKilled() throws Exception {
    HeldSession session = booked(0);
    jumpToTheStartOf(session);
    await("confirmed", () -> stage(session).equals("confirmed"));
    long window = installation.escrow().settings().challengeWindowSeconds();
    try (Hold hold = node.rpc().hold(CrashStep.beforeFinalizing(session.bookingId()))) {
      installation.jumpTo(installation.time().seconds() + window + 1);
      hold.awaitReached();
      node.kill();
    }
    takeOver();

    await("finalized", () -> status(session) == BookingStatus.FINALIZED);
    assertThat(attestations(session)).hasSize(1);
  }

  @Test
  void takesOverTheTasksThatItHadPicked() throws Exception {
    HeldSession session = booked(1);
    jumpToTheStartOf(session);
    await("a task of its own", () -> tasks("not picked", session) == 1);
    try (Hold hold = node.rpc().hold(Hold.requests(any -> true))) {
      installation.jumpTo(session.terms().graceEndMs() / 1_000 + JOINS_OPEN_SECONDS);
      hold.awaitReached();
      await("picked", () -> tasks("picked", session) == 1);
      node.kill();
    }
    takeOver();

    await("attested", () -> attestations(session).size() == 1);
    await("no task left to the dead", () -> tasks("picked", session) == 0);
    assertThat(status(session)).isEqualTo(BookingStatus.ATTESTED);
  }

  @Test
  void attestsAgainWhatTheChainTookBack() throws Exception {
    HeldSession session = booked(0);
    jumpToTheStartOf(session);
    await("confirmed", () -> stage(session).equals("confirmed"));
    await("mirrored", () -> records.mirroredStatus(session).equals("ATTESTED"));
    long attestedIn = confirmedBlock(session);
    Hash32 before = installation.rpc().block(attestedIn).hash();
    installation.pacer().undisturbed(() -> takeBackTo(attestedIn));
    assertThat(installation.rpc().block(attestedIn).hash()).isNotEqualTo(before);

    await("attested again", () -> attestations(session).size() == 1);
    await(
        "mirrored", () -> records.mirroredEvents().equals(ChainRecords.of(installation).events()));
    assertThat(status(session)).isEqualTo(BookingStatus.ATTESTED);
  }

  private void takeBackTo(long block) {
    long head = installation.rpc().blockNumber();
    installation.chain().reorganise(Math.toIntExact(head - block) + MINED_MEANWHILE);
  }

  private HeldSession booked(int graceMins) {
    PlannedSession plan =
        new PlannedSession(
            STARTS_AFTER_SECONDS,
            30,
            graceMins,
            30,
            BigInteger.valueOf(1_000_000),
            Script.absent(),
            Script.absent());
    return new BoxOffice(installation)
        .book(List.of(plan), installation.time().seconds())
        .getFirst();
  }

  /** Nobody comes, and nobody may be late: it is decided as soon as it has begun. */
  private void jumpToTheStartOf(HeldSession session) {
    installation.jumpTo(session.terms().startTimeSeconds() - JOINS_OPEN_SECONDS);
    installation.time().run(ChaosPlan.SPEED);
    installation.time().awaitSeconds(session.terms().startTimeSeconds());
    installation.time().run(1);
  }

  private void takeOver() throws IOException {
    node = installation.addNode();
    node.awaitReady();
  }

  private static void await(String what, BooleanSupplier condition) {
    Await.until(LIMIT, condition, () -> "never happened: " + what);
  }

  private List<EscrowEvent.Attested> attestations(HeldSession session) {
    return ChainRecords.of(installation)
        .attestations()
        .getOrDefault(session.bookingId(), List.of());
  }

  private BookingStatus status(HeldSession session) {
    return installation.escrow().booking(session.bookingId()).status();
  }

  private String stage(HeldSession session) {
    return query(
        String.class,
        "select coalesce((select stage from outbox where kind = 'attest' and booking_id = :booking"
            + " order by id desc limit 1), 'none')",
        session);
  }

  /** The stages of all of them, the first first. */
  private List<String> submissions(HeldSession session) {
    return database
        .jdbc()
        .sql("select stage from outbox where kind = 'attest' and booking_id = :booking order by id")
        .param("booking", session.bookingId())
        .query((row, i) -> row.getString(1))
        .list();
  }

  private long confirmedBlock(HeldSession session) {
    return query(
        Long.class, "select max(confirmed_block) from outbox where booking_id = :booking", session);
  }

  private int tasks(String state, HeldSession session) {
    return query(
        Integer.class,
        "select count(*) from scheduled_tasks where task_instance like '%-' || :booking and "
            + state,
        session);
  }

  private <T> T query(Class<T> type, String sql, HeldSession session) {
    return database.jdbc().sql(sql).param("booking", session.bookingId()).query(type).single();
  }
}
