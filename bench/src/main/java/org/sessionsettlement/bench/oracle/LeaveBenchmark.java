package org.sessionsettlement.bench.oracle;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sessionsettlement.controlplane.auth.AccessTokens;
import org.sessionsettlement.controlplane.auth.Lifetimes;
import org.sessionsettlement.controlplane.auth.SigningKeys;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.oracle.LeaveHook;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowEvents;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.LogFilter;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * From the instant at which a no-show may be submitted to its attestation on chain, on an idle
 * system: a guest leaves so early that the overlap cannot be reached any more, and the leave hook's
 * debounce later its outcome may be submitted. Limit: a median of a second after the debounce.
 */
public final class LeaveBenchmark {
  private static final int SESSIONS = Integer.getInteger("sessions", 20);
  private static final Duration APART = Duration.ofSeconds(2);
  private static final Duration HEARTBEAT = Duration.ofSeconds(4);
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);
  private static final Duration BLOCK = Duration.ofMillis(500);
  private static final long AHEAD_S = 66;
  private static final long JOINED_BEFORE_S = 10;
  private static final long FIRST_LEAVES_AFTER_S = 5;
  private static final Duration LAST_IS_ATTESTED_AFTER = Duration.ofSeconds(15);

  private final LocalChain chain;
  private final BookedEscrow escrow;
  private final OracleService service;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AccessTokens tokens =
      new AccessTokens(
          new SigningKeys(List.of(OracleService.JWT_SECRET)),
          new Lifetimes(Duration.ofHours(1), Duration.ofHours(8)),
          InstantSource.system());

  private LeaveBenchmark(LocalChain chain, BookedEscrow escrow, OracleService service) {
    this.chain = chain;
    this.escrow = escrow;
    this.service = service;
  }

  public static void main(String[] args) throws IOException {
    var folder = Files.createTempDirectory("leave");
    try (var chain = BenchChain.start(folder, BLOCK)) {
      var escrow = new BookedEscrow(chain.rpc());
      try (var service = OracleService.start(folder, chain.rpcUrl(), escrow.deployment())) {
        new LeaveBenchmark(chain, escrow, service).run();
      }
    }
  }

  private void run() {
    long startSeconds = Instant.now().getEpochSecond() + AHEAD_S;
    var bookings = escrow.book(SESSIONS, startSeconds);
    long fromBlock = chain.rpc().blockNumber();
    sleepUntil(Instant.ofEpochSecond(startSeconds - JOINED_BEFORE_S));
    var hosts = seats(bookings, BookedEscrow.HOST.address());
    var guests = seats(bookings, BookedEscrow.GUEST.address());
    try (var heartbeats = Executors.newSingleThreadScheduledExecutor()) {
      var stillThere = new ArrayList<>(guests);
      var _ =
          heartbeats.scheduleAtFixedRate(
              () -> beat(hosts, stillThere), 0, HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
      sleepUntil(Instant.ofEpochSecond(startSeconds + FIRST_LEAVES_AFTER_S));
      var leftAtMs = new HashMap<Long, Long>();
      var attestedAtMs = new HashMap<Long, Long>();
      for (int i = 0; i < SESSIONS; i++) {
        leave(guests.get(i), stillThere);
        leftAtMs.put(bookings.get(i).bookingId(), Instant.now().toEpochMilli());
        watch(fromBlock, attestedAtMs, APART);
      }
      watch(fromBlock, attestedAtMs, LAST_IS_ATTESTED_AFTER);
      heartbeats.shutdownNow();
      print(leftAtMs, attestedAtMs);
    }
  }

  private static void leave(Seat guest, List<Seat> stillThere) {
    synchronized (stillThere) {
      stillThere.remove(guest);
      guest.leave();
    }
  }

  private static void beat(List<Seat> hosts, List<Seat> stillThere) {
    hosts.forEach(Seat::heartbeat);
    synchronized (stillThere) {
      stillThere.forEach(Seat::heartbeat);
    }
  }

  private List<Seat> seats(List<BookingKey> bookings, Address wallet) {
    var token = tokens.issue(wallet).text();
    return bookings.stream().map(key -> Seat.take(http, service.url(), key, token)).toList();
  }

  /** Notes, for so long, when each attestation is seen on chain. */
  private void watch(long fromBlock, Map<Long, Long> attestedAtMs, Duration duration) {
    TempoRpc rpc = chain.rpc();
    var end = Instant.now().plus(duration);
    while (Instant.now().isBefore(end)) {
      for (var log : rpc.logs(LogFilter.of(escrow.address(), fromBlock, rpc.blockNumber()))) {
        if (EscrowEvents.decode(log).orElse(null) instanceof EscrowEvent.Attested attested) {
          attestedAtMs.putIfAbsent(attested.bookingId(), Instant.now().toEpochMilli());
        }
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private static void sleepUntil(Instant instant) {
    while (Instant.now().isBefore(instant)) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private static void print(Map<Long, Long> leftAtMs, Map<Long, Long> attestedAtMs) {
    long debounceMs = LeaveHook.DEBOUNCE.toMillis();
    long[] millis =
        attestedAtMs.entrySet().stream()
            .mapToLong(seen -> seen.getValue() - leftAtMs.getOrDefault(seen.getKey(), 0L))
            .map(sinceLeft -> sinceLeft - debounceMs)
            .sorted()
            .toArray();
    if (millis.length < leftAtMs.size()) {
      throw new IllegalStateException("attested in time: " + Arrays.toString(millis));
    }
    System.out.printf(
        "%d leaves, from %d s after each to its attestation on chain: median %d ms, %d to %d (limit"
            + " 1,000 ms)%n",
        millis.length,
        LeaveHook.DEBOUNCE.toSeconds(),
        millis[millis.length / 2],
        millis[0],
        millis[millis.length - 1]);
  }
}
