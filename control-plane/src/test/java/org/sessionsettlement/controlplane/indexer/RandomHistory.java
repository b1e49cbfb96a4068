package org.sessionsettlement.controlplane.indexer;

import java.util.List;
import java.util.Random;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowOutcome;

/** Lets anything happen on a chain that the contract would let happen. */
final class RandomHistory {
  private static final List<EscrowOutcome> OUTCOMES =
      List.of(EscrowOutcome.COMPLETED, EscrowOutcome.NO_SHOW_HOST, EscrowOutcome.NO_SHOW_GUEST);

  private final FakeChain chain;
  private final Random random;

  RandomHistory(FakeChain chain, Random random) {
    this.chain = chain;
    this.random = random;
  }

  /** One more block, of one to three events or of none. */
  void step() {
    if (random.nextInt(5) == 0) {
      chain.empty();
    } else if (random.nextInt(12) == 0) {
      long id = nextId();
      chain.requested(id).accepted(id, nextSlot(), id);
    } else {
      chain.inOneBlock(
          () -> {
            for (int events = random.nextInt(3); events >= 0; events--) {
              event();
            }
          });
    }
  }

  private void event() {
    switch (random.nextInt(9)) {
      case 0, 1 -> book();
      case 2 -> ofOne(BookingStatus.BOOKED, id -> chain.attested(id, outcome()));
      case 3 -> ofOne(BookingStatus.ATTESTED, chain::challenged);
      case 4 -> ofOne(BookingStatus.DISPUTED, id -> chain.resolved(id, outcome()));
      case 5 -> ofOne(BookingStatus.RESOLVED, chain::finalized);
      case 6 -> ofOne(BookingStatus.ATTESTED, chain::finalized);
      case 7 -> ofOne(BookingStatus.BOOKED, this::cancelOrClaim);
      default -> chain.withdrawn(random.nextInt(1_000));
    }
  }

  private void book() {
    long slot = nextSlot();
    chain.slotCreated(slot);
    if (random.nextBoolean()) {
      chain.booked(nextId(), slot);
    }
  }

  private void cancelOrClaim(long id) {
    if (random.nextBoolean()) {
      chain.cancelled(id, EscrowOutcome.CANCELLED_BY_GUEST);
    } else {
      chain.claimed(id);
    }
  }

  private interface Act {
    void on(long bookingId);
  }

  private void ofOne(BookingStatus status, Act act) {
    var some = chain.state().in(status);
    if (!some.isEmpty()) {
      act.on(some.get(random.nextInt(some.size())));
    }
  }

  /** Ids count on from what is there, so that another chain uses the same ones anew. */
  private long nextId() {
    return chain.state().totals(Long.MAX_VALUE).bookings() + 1;
  }

  private long nextSlot() {
    return chain.state().totals(Long.MAX_VALUE).slots() + 1;
  }

  private EscrowOutcome outcome() {
    return OUTCOMES.get(random.nextInt(OUTCOMES.size()));
  }
}
