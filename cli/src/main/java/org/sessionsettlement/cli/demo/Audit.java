package org.sessionsettlement.cli.demo;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.cli.demo.Payout.MoneyTerms;
import org.sessionsettlement.cli.demo.SessionReport.Delay;
import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.BookingApi.Explanation;
import org.sessionsettlement.client.BookingApi.Metrics;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowEvents;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Log;
import org.sessionsettlement.tempo.rpc.LogFilter;
import org.sessionsettlement.tempo.token.Tip20;

/** Reads chain and service as any outsider could, and compares with what had to come. */
final class Audit {
  private static final Address FEE_MANAGER =
      Address.parse("0xfeec000000000000000000000000000000000000");
  private static final long MS_PER_SECOND = 1_000;

  private final Stage stage;

  Audit(Stage stage) {
    this.stage = stage;
  }

  DemoReport of(List<BookedSession> sessions, Ledger ledger) {
    List<Movement> movements = ledger.movements(stage.stack());
    Map<Long, ChainStory> stories = stories(ledger.fromBlock());
    List<SessionReport> reports =
        stage.parallel().map(sessions, s -> report(s, story(stories, s), movements));
    return new DemoReport(reports, balance(sessions, stories, ledger, movements));
  }

  private SessionReport report(BookedSession session, ChainStory story, List<Movement> movements) {
    Booking booking = stage.escrow().booking(session.bookingId());
    Expected expected = session.expected();
    Optional<Explanation> explanation = value(session.guest().bookings().explanation(session.id()));
    return new SessionReport(
        session.scenario().key(),
        session.scenario().title(),
        session.bookingId(),
        expected.label(),
        story.end().map(Expected::label).orElse("nothing yet: " + booking.status()),
        story.attestations(),
        explanation
            .flatMap(Explanation::decidedAtMs)
            .flatMap(ms -> delay(session, story, booking, ms)),
        story.decisiveTransaction().map(Object::toString),
        Payout.of(session.scenario(), expected, moneyTerms(session)),
        paid(session, story, movements),
        explanation.map(Explanation::summary),
        metricsVerified(session, booking));
  }

  private static Optional<Delay> delay(
      BookedSession session, ChainStory story, Booking booking, long decidedMs) {
    if (booking.attestedAt() == 0) {
      return Optional.empty();
    }
    long attestedMs = booking.attestedAt() * MS_PER_SECOND;
    // Not the booking's own outcome: the owner may have overturned it since.
    boolean completed =
        story.all(EscrowEvent.Attested.class).stream()
            .anyMatch(attested -> attested.outcome() == EscrowOutcome.COMPLETED);
    long dueMs = completed ? Math.max(decidedMs, session.terms().endMs()) : decidedMs;
    return Optional.of(new Delay(attestedMs - decidedMs, attestedMs - dueMs));
  }

  private MoneyTerms moneyTerms(BookedSession session) {
    BookingTerms terms = stage.escrow().terms(session.bookingId());
    return new MoneyTerms(terms.feeBps(), terms.lateCancelPenaltyBps(), terms.challengeBond());
  }

  private Payout paid(BookedSession session, ChainStory story, List<Movement> movements) {
    return new Payout(
        received(session.host(), movements),
        received(session.guest(), movements),
        story.feeUnits());
  }

  private BigInteger received(Player player, List<Movement> movements) {
    Address escrow = stage.stack().deployment().escrow();
    return Movement.sum(
        movements.stream()
            .filter(m -> m.from().equals(escrow) && m.to().equals(player.address()))
            .toList());
  }

  private static Optional<Boolean> metricsVerified(BookedSession session, Booking booking) {
    if (booking.attestedAt() == 0) {
      return Optional.empty();
    }
    Optional<Metrics> metrics = value(session.guest().bookings().metrics(session.id()));
    return Optional.of(
        metrics
            .map(Metrics::canonicalJson)
            .map(json -> Keccak256.hash(json.getBytes(StandardCharsets.UTF_8)))
            .filter(booking.metricsHash()::equals)
            .isPresent());
  }

  private BalanceSheet balance(
      List<BookedSession> sessions,
      Map<Long, ChainStory> stories,
      Ledger ledger,
      List<Movement> movements) {
    Address escrow = stage.stack().deployment().escrow();
    Tip20 token = new Tip20(stage.stack().deployment().token());
    return BalanceSheet.of(
        new BalanceSheet.Facts(
            escrow,
            FEE_MANAGER,
            total(
                sessions,
                stories,
                EscrowEvent.SessionBooked.class,
                EscrowEvent.SessionBooked::amount),
            total(
                sessions,
                stories,
                EscrowEvent.Challenged.class,
                EscrowEvent.Challenged::bondAmount),
            stage.stack().chain().rpc().read(token.balanceOf(escrow), BlockTag.LATEST),
            stage.escrow().totalHeld(),
            accounts(sessions, ledger),
            movements));
  }

  private static <T extends EscrowEvent> BigInteger total(
      List<BookedSession> sessions,
      Map<Long, ChainStory> stories,
      Class<T> kind,
      java.util.function.Function<T, BigInteger> units) {
    return sessions.stream()
        .flatMap(session -> story(stories, session).all(kind).stream())
        .map(units)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private List<BalanceSheet.Account> accounts(List<BookedSession> sessions, Ledger ledger) {
    Map<Address, BalanceSheet.Kind> kinds = new HashMap<>();
    sessions.forEach(
        session -> {
          kinds.put(session.host().address(), BalanceSheet.Kind.HOST);
          kinds.put(session.guest().address(), BalanceSheet.Kind.GUEST);
        });
    kinds.put(stage.escrow().settings().treasury(), BalanceSheet.Kind.TREASURY);
    List<Ledger.Purse> after = ledger.now(stage.stack());
    List<BalanceSheet.Account> accounts = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      Player player = after.get(i).player();
      accounts.add(
          new BalanceSheet.Account(
              player.name(),
              kinds.getOrDefault(player.address(), BalanceSheet.Kind.OFFICIAL),
              player.address(),
              ledger.purses().get(i).units(),
              after.get(i).units()));
    }
    return accounts;
  }

  private Map<Long, ChainStory> stories(long fromBlock) {
    LogFilter filter =
        new LogFilter(
            List.of(stage.stack().deployment().escrow()),
            List.of(),
            BlockTag.number(fromBlock),
            BlockTag.LATEST);
    Map<Long, List<ChainStory.Entry>> entries = new HashMap<>();
    for (Log log : stage.stack().chain().rpc().logs(filter)) {
      if (EscrowEvents.decode(log).orElse(null) instanceof EscrowEvent.OfBooking event) {
        entries
            .computeIfAbsent(event.bookingId(), id -> new ArrayList<>())
            .add(new ChainStory.Entry(event, log.transactionHash()));
      }
    }
    Map<Long, ChainStory> stories = new HashMap<>();
    entries.forEach((id, list) -> stories.put(id, new ChainStory(List.copyOf(list))));
    return stories;
  }

  private static ChainStory story(Map<Long, ChainStory> stories, BookedSession session) {
    return stories.getOrDefault(session.bookingId(), new ChainStory(List.of()));
  }

  private static <T> Optional<T> value(ApiResult<T> result) {
    return result instanceof ApiResult.Ok<T>(T value) ? Optional.of(value) : Optional.empty();
  }
}
