package org.sessionsettlement.escrow;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.sessionsettlement.escrow.ModelStep.Effect;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/**
 * Draws steps. Three in four are tried on a copy of the model until one is accepted; some of those
 * are then moved by a second or given to somebody else, and the rest is left to chance.
 */
final class ModelGenerator {
  private static final int TRIES = 150;
  private static final int FUNCTIONS_TRIED = 5;

  /** What makes a session, more often than the rest. */
  private static final List<String> SESSION =
      List.of(
          "setHostBasePrice",
          "createSlot",
          "createSlot",
          "book",
          "book",
          "book",
          "createRequest",
          "acceptRequest",
          "acceptRequest",
          "attest",
          "attest",
          "attest",
          "challenge",
          "challenge",
          "resolveDispute",
          "finalizeDisputeByTimeout",
          "finalize",
          "finalize",
          "claimIfUnattested",
          "attest",
          "attest",
          "attest",
          "challenge",
          "challenge",
          "withdrawOwed");

  private static final List<String> REST =
      List.of(
          "cancelSlot",
          "cancelBookingAsGuest",
          "cancelBookingAsGuest",
          "cancelBookingAsHost",
          "cancelRequest",
          "withdrawOwed(to)",
          "sweepTokenExcess",
          "sweepNative",
          "receive",
          "setOracle",
          "setTreasury",
          "setFeeBps",
          "setLateCancelPenaltyBps",
          "setChallengeBond",
          "setChallengeWindow",
          "setNoAttestBuffer",
          "setDisputeTimeout",
          "transferOwnership",
          "acceptOwnership",
          "token.approve",
          "token.transfer",
          "token.pause",
          "token.restrict");

  /** What can be done at once, and is not helped by waiting. */
  private static final List<String> PROMPT =
      List.of(
          "setHostBasePrice",
          "createSlot",
          "book",
          "createRequest",
          "acceptRequest",
          "challenge",
          "resolveDispute",
          "withdrawOwed");

  private final Random random;
  private final List<Secp256k1Account> actors;
  private final ModelDeployment deployment;
  private final EscrowCalls calls;

  ModelGenerator(Random random, List<Secp256k1Account> actors, ModelDeployment deployment) {
    this.random = random;
    this.actors = actors;
    this.deployment = deployment;
    this.calls = new EscrowCalls(deployment.escrow());
  }

  static List<String> functions() {
    return Stream.of(SESSION, REST, List.of("token.unpause", "token.allow"))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  ModelStep next(ModelState state, long last) {
    if (random.nextInt(4) == 0) {
      return draw(function(state), state, last);
    }
    for (int i = 0; i < FUNCTIONS_TRIED; i++) {
      Optional<ModelStep> step = accepted(function(state), state, last);
      if (step.isPresent()) {
        return varied(step.get(), last);
      }
    }
    return draw(function(state), state, last);
  }

  private Optional<ModelStep> accepted(String function, ModelState state, long last) {
    return Stream.generate(() -> draw(function, state, last))
        .limit(TRIES)
        .filter(step -> step.isAcceptedBy(state))
        .findFirst();
  }

  /** A token that refuses does not do so for long. */
  private String function(ModelState state) {
    if (state.token.paused && random.nextInt(4) == 0) {
      return "token.unpause";
    }
    if (!state.token.restricted.isEmpty() && random.nextInt(6) == 0) {
      return "token.allow";
    }
    return pick(random.nextInt(5) == 0 ? REST : SESSION);
  }

  private ModelStep varied(ModelStep step, long last) {
    return switch (random.nextInt(10)) {
      case 0 -> tokens(step) ? step : step.by(pick(actors));
      case 1 -> step.atSecond(Math.max(last + 1, step.at() - 1));
      case 2 -> step.atSecond(step.at() + 1);
      default -> step;
    };
  }

  private static boolean tokens(ModelStep step) {
    return step.function().startsWith("token.");
  }

  private ModelStep draw(String function, ModelState s, long last) {
    long at =
        SESSION.contains(function)
            ? ModelTimes.draw(random, s, last, PROMPT.contains(function) ? 8 : 2)
            : last + 1 + random.nextInt(3);
    return switch (function) {
      case "setHostBasePrice" -> {
        BigInteger price = amount();
        yield step(
            function,
            at,
            calls.setHostBasePrice(price),
            (m, tx) -> ModelSlots.setHostBasePrice(m, tx, price),
            price);
      }
      case "createSlot" -> createSlot(at);
      case "cancelSlot" -> {
        long id = id(s.slots.size());
        yield step(
            function, at, calls.cancelSlot(id), (m, tx) -> ModelSlots.cancelSlot(m, tx, id), id);
      }
      case "book" -> {
        long id = id(s.slots.size());
        yield step(function, at, calls.book(id), (m, tx) -> ModelSlots.book(m, tx, id), id);
      }
      case "createRequest" -> createRequest(at);
      case "cancelRequest" -> {
        long id = id(s.requests.size());
        yield step(
            function,
            at,
            calls.cancelRequest(id),
            (m, tx) -> ModelRequests.cancelRequest(m, tx, id),
            id);
      }
      case "acceptRequest" -> acceptRequest(s, at);
      case "withdrawOwed" ->
          step(
              function,
              at,
              calls.withdrawOwed(),
              (m, tx) -> ModelOutcomes.withdrawOwed(m, tx, tx.sender()));
      case "withdrawOwed(to)" -> {
        Address to = random.nextInt(4) == 0 ? deployment.escrow() : anybody();
        yield step(
            function,
            at,
            calls.withdrawOwed(to),
            (m, tx) -> ModelOutcomes.withdrawOwed(m, tx, to),
            to);
      }
      case "sweepTokenExcess" ->
          step(
              function, at, calls.sweepTokenExcess(), (m, tx) -> ModelOutcomes.sweepTokenExcess(m));
      case "sweepNative" ->
          step(
              function,
              at,
              calls.sweepNative(),
              (m, tx) -> m.events.add(new EscrowEvent.NativeSwept(BigInteger.ZERO)));
      case "receive" ->
          step(
              function,
              at,
              Call.to(deployment.escrow(), Bytes.EMPTY),
              (m, tx) -> ModelRefusal.unless(false, "NO_DIRECT_ETH"));
      default ->
          function.startsWith("token.")
              ? token(function, s, at)
              : function.startsWith("set") || function.endsWith("Ownership")
                  ? configure(function, at)
                  : onBooking(function, at, id(s.bookings.size()));
    };
  }

  private ModelStep createSlot(long at) {
    long start = at + start();
    int duration = duration();
    int grace = random.nextInt(5);
    int overlap = overlap(duration);
    int cutoff = cutoff();
    return step(
        "createSlot",
        at,
        calls.createSlot(start, duration, grace, overlap, cutoff),
        (m, tx) -> ModelSlots.createSlot(m, tx, start, duration, grace, overlap, cutoff),
        start,
        duration,
        grace,
        overlap,
        cutoff);
  }

  private ModelStep createRequest(long at) {
    Address target = random.nextBoolean() ? Address.ZERO : anybody();
    long from = at + start();
    long until = from + random.nextInt(240) - 5;
    long expiry = random.nextInt(3) == 0 ? until + random.nextInt(3) - 1 : at + random.nextInt(200);
    int duration = duration();
    BigInteger amount = amount();
    return step(
        "createRequest",
        at,
        calls.createRequest(target, from, until, duration, amount, expiry),
        (m, tx) ->
            ModelRequests.createRequest(m, tx, target, from, until, duration, amount, expiry),
        target,
        from,
        until,
        duration,
        amount,
        expiry);
  }

  private ModelStep acceptRequest(ModelState s, long at) {
    long id = id(s.requests.size());
    SessionRequest request = s.request(id);
    long edge = random.nextBoolean() ? request.windowStart() : request.windowEnd();
    long start = Math.max(0, random.nextInt(4) == 0 ? at + start() : edge + random.nextInt(3) - 1);
    int grace = random.nextInt(5);
    int overlap = overlap(Math.max(1, request.durationMins()));
    int cutoff = cutoff();
    return step(
        "acceptRequest",
        at,
        calls.acceptRequest(id, start, grace, overlap, cutoff),
        (m, tx) -> ModelRequests.acceptRequest(m, tx, id, start, grace, overlap, cutoff),
        id,
        start,
        grace,
        overlap,
        cutoff);
  }

  private ModelStep onBooking(String function, long at, long id) {
    int code = random.nextInt(4) == 0 ? random.nextInt(7) : 1 + random.nextInt(3);
    byte[] hash = new byte[32];
    random.nextBytes(hash);
    Hash32 metrics = Hash32.of(hash);
    return switch (function) {
      case "attest" ->
          step(
              function,
              at,
              to(Abi.encode(EscrowFunctions.ATTEST, Abi.id(id), code, metrics.toArray())),
              (m, tx) -> ModelOutcomes.attest(m, tx, id, code, metrics),
              id,
              code);
      case "resolveDispute" ->
          step(
              function,
              at,
              to(Abi.encode(EscrowFunctions.RESOLVE_DISPUTE, Abi.id(id), code)),
              (m, tx) -> ModelOutcomes.resolveDispute(m, tx, id, code),
              id,
              code);
      case "cancelBookingAsGuest" ->
          step(
              function,
              at,
              calls.cancelBookingAsGuest(id),
              (m, tx) -> ModelSlots.cancelBookingAsGuest(m, tx, id),
              id);
      case "cancelBookingAsHost" ->
          step(
              function,
              at,
              calls.cancelBookingAsHost(id),
              (m, tx) -> ModelSlots.cancelBookingAsHost(m, tx, id),
              id);
      case "claimIfUnattested" ->
          step(
              function,
              at,
              calls.claimIfUnattested(id),
              (m, tx) -> ModelOutcomes.claimIfUnattested(m, tx, id),
              id);
      case "challenge" ->
          step(
              function, at, calls.challenge(id), (m, tx) -> ModelOutcomes.challenge(m, tx, id), id);
      case "finalizeDisputeByTimeout" ->
          step(
              function,
              at,
              calls.finalizeDisputeByTimeout(id),
              (m, tx) -> ModelOutcomes.finalizeDisputeByTimeout(m, tx, id),
              id);
      case "finalize" ->
          step(
              function,
              at,
              calls.finalizeBooking(id),
              (m, tx) -> ModelOutcomes.finalizeBooking(m, tx, id),
              id);
      default -> throw new IllegalArgumentException(function);
    };
  }

  private ModelStep configure(String function, long at) {
    Address who = anybody();
    BigInteger bond = amount();
    return switch (function) {
      case "setOracle" ->
          step(
              function,
              at,
              calls.setOracle(who),
              (m, tx) -> ModelConfiguration.setOracle(m, tx, who),
              who);
      case "setTreasury" ->
          step(
              function,
              at,
              calls.setTreasury(who),
              (m, tx) -> ModelConfiguration.setTreasury(m, tx, who),
              who);
      case "transferOwnership" ->
          step(
              function,
              at,
              calls.transferOwnership(who),
              (m, tx) -> ModelConfiguration.transferOwnership(m, tx, who),
              who);
      case "acceptOwnership" ->
          step(function, at, calls.acceptOwnership(), ModelConfiguration::acceptOwnership);
      case "setChallengeBond" ->
          step(
              function,
              at,
              calls.setChallengeBond(bond),
              (m, tx) -> ModelConfiguration.setChallengeBond(m, tx, bond),
              bond);
      case "setFeeBps" -> {
        int bps = edge(2_000, 3_000);
        yield step(
            function,
            at,
            calls.setFeeBps(bps),
            (m, tx) -> ModelConfiguration.setFeeBps(m, tx, bps),
            bps);
      }
      case "setLateCancelPenaltyBps" -> {
        int bps = edge(10_000, 10_001);
        yield step(
            function,
            at,
            calls.setLateCancelPenaltyBps(bps),
            (m, tx) -> ModelConfiguration.setLateCancelPenaltyBps(m, tx, bps),
            bps);
      }
      case "setChallengeWindow" -> {
        int seconds = edge(2_592_000, 900);
        yield step(
            function,
            at,
            calls.setChallengeWindow(seconds),
            (m, tx) -> ModelConfiguration.setChallengeWindow(m, tx, seconds),
            seconds);
      }
      case "setNoAttestBuffer" -> {
        int seconds = edge(2_592_000, 900);
        yield step(
            function,
            at,
            calls.setNoAttestBuffer(seconds),
            (m, tx) -> ModelConfiguration.setNoAttestBuffer(m, tx, seconds),
            seconds);
      }
      case "setDisputeTimeout" -> {
        int seconds = edge(15_552_000, 900);
        yield step(
            function,
            at,
            calls.setDisputeTimeout(seconds),
            (m, tx) -> ModelConfiguration.setDisputeTimeout(m, tx, seconds),
            seconds);
      }
      default -> throw new IllegalArgumentException(function);
    };
  }

  private ModelStep token(String function, ModelState s, long at) {
    Secp256k1Account admin = actors.get(0);
    Address who = anyone();
    BigInteger amount = BigInteger.valueOf(random.nextInt(3_000_000) + 1L);
    BigInteger allowance = BigInteger.valueOf(random.nextInt(1_000)).multiply(amount);
    return switch (function) {
      case "token.approve" ->
          step(
              function,
              at,
              deployment.tip20().approve(deployment.escrow(), allowance),
              (m, tx) -> m.token.allowances.put(tx.sender(), allowance),
              allowance);
      case "token.transfer" ->
          step(
              function,
              at,
              deployment.tip20().transfer(deployment.escrow(), amount),
              (m, tx) -> m.token.transfer(tx.sender(), m.escrow, amount),
              amount);
      case "token.pause" ->
          step(function, at, deployment.pause(), (m, tx) -> m.token.paused = true).by(admin);
      case "token.unpause" ->
          step(function, at, deployment.unpause(), (m, tx) -> m.token.paused = false).by(admin);
      case "token.restrict" ->
          step(
                  function,
                  at,
                  deployment.restrict(who, true),
                  (m, tx) -> m.token.restricted.add(who),
                  who)
              .by(admin);
      case "token.allow" -> {
        Address freed = s.token.restricted.stream().findFirst().orElse(who);
        yield step(
                function,
                at,
                deployment.restrict(freed, false),
                (m, tx) -> m.token.restricted.remove(freed),
                freed)
            .by(admin);
      }
      default -> throw new IllegalArgumentException(function);
    };
  }

  private ModelStep step(String function, long at, Call call, Effect effect, Object... shown) {
    return new ModelStep(
        function, function + Arrays.toString(shown), pick(actors), at, call, effect);
  }

  private Call to(Bytes input) {
    return Call.to(deployment.escrow(), input);
  }

  private long id(int used) {
    if (used == 0 || random.nextInt(25) == 0) {
      return random.nextBoolean() ? 0 : used + 1L + random.nextInt(1_000);
    }
    return (long) used - random.nextInt(Math.min(used, 10));
  }

  /** Seconds from now to a start: near the least of 60 at times. */
  private int start() {
    return random.nextInt(4) == 0 ? 59 + random.nextInt(4) : 62 + random.nextInt(500);
  }

  private int duration() {
    return random.nextInt(8) == 0 ? pick(List.of(0, 1, 239, 240, 241)) : 1 + random.nextInt(6);
  }

  private int overlap(int duration) {
    return random.nextInt(8) == 0 ? duration + random.nextInt(2) : random.nextInt(duration + 1);
  }

  private int cutoff() {
    return random.nextInt(8) == 0 ? pick(List.of(10_079, 10_080, 10_081)) : random.nextInt(6);
  }

  private BigInteger amount() {
    return switch (random.nextInt(50)) {
      case 0 -> BigInteger.ZERO;
      case 1 -> BigInteger.TWO.pow(96);
      case 2 -> BigInteger.TWO.pow(96).subtract(BigInteger.ONE);
      case 3 -> BigInteger.ONE;
      default -> BigInteger.valueOf(1L + random.nextInt(20_000_000));
    };
  }

  private int edge(int limit, int usual) {
    return random.nextInt(4) == 0 ? limit + random.nextInt(3) - 1 : random.nextInt(usual);
  }

  private Address anybody() {
    return random.nextInt(10) == 0 ? Address.ZERO : anyone();
  }

  private Address anyone() {
    return pick(actors).address();
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
