package org.sessionsettlement.escrow;

import static java.util.stream.Collectors.toList;

import java.util.List;
import org.sessionsettlement.escrow.EscrowEvent.Attested;
import org.sessionsettlement.escrow.EscrowEvent.ChallengeBondUpdated;
import org.sessionsettlement.escrow.EscrowEvent.ChallengeWindowUpdated;
import org.sessionsettlement.escrow.EscrowEvent.Challenged;
import org.sessionsettlement.escrow.EscrowEvent.DisputeTimeoutUpdated;
import org.sessionsettlement.escrow.EscrowEvent.FeeBpsUpdated;
import org.sessionsettlement.escrow.EscrowEvent.Finalized;
import org.sessionsettlement.escrow.EscrowEvent.HostBasePriceSet;
import org.sessionsettlement.escrow.EscrowEvent.LateCancelPenaltyBpsUpdated;
import org.sessionsettlement.escrow.EscrowEvent.NativeSwept;
import org.sessionsettlement.escrow.EscrowEvent.NoAttestBufferUpdated;
import org.sessionsettlement.escrow.EscrowEvent.OracleUpdated;
import org.sessionsettlement.escrow.EscrowEvent.OwedWithdrawn;
import org.sessionsettlement.escrow.EscrowEvent.OwnershipTransferStarted;
import org.sessionsettlement.escrow.EscrowEvent.OwnershipTransferred;
import org.sessionsettlement.escrow.EscrowEvent.Resolved;
import org.sessionsettlement.escrow.EscrowEvent.SessionBooked;
import org.sessionsettlement.escrow.EscrowEvent.SessionBookingCancelled;
import org.sessionsettlement.escrow.EscrowEvent.SessionRequestAccepted;
import org.sessionsettlement.escrow.EscrowEvent.SessionRequestCancelled;
import org.sessionsettlement.escrow.EscrowEvent.SessionRequestCreated;
import org.sessionsettlement.escrow.EscrowEvent.SessionSlotCancelled;
import org.sessionsettlement.escrow.EscrowEvent.SessionSlotCreated;
import org.sessionsettlement.escrow.EscrowEvent.TokenSwept;
import org.sessionsettlement.escrow.EscrowEvent.TreasuryUpdated;
import org.sessionsettlement.escrow.EscrowEvent.UnattestedRefunded;

/**
 * Every event of SessionEscrowV1; a test holds them to the ABI. Arguments of a record are read from
 * left to right.
 */
final class EventShapes {
  private static final List<EventShape> SLOTS =
      List.of(
          EventShape.of(
              "HostBasePriceSet",
              1,
              "(address,uint256)",
              w -> new HostBasePriceSet(w.address(), w.amount())),
          EventShape.of(
              "SessionSlotCreated",
              2,
              "(uint256,address,uint48,uint32,uint256)",
              w ->
                  new SessionSlotCreated(
                      w.number(), w.address(), w.number(), w.count(), w.amount())),
          EventShape.of(
              "SessionSlotCancelled", 1, "(uint256)", w -> new SessionSlotCancelled(w.number())));

  private static final List<EventShape> REQUESTS =
      List.of(
          EventShape.of(
              "SessionRequestCreated",
              3,
              "(uint256,address,address,uint48,uint48,uint32,uint256,uint48)",
              w ->
                  new SessionRequestCreated(
                      w.number(),
                      w.address(),
                      w.address(),
                      w.number(),
                      w.number(),
                      w.count(),
                      w.amount(),
                      w.number())),
          EventShape.of(
              "SessionRequestCancelled",
              1,
              "(uint256,uint256)",
              w -> new SessionRequestCancelled(w.number(), w.amount())),
          EventShape.of(
              "SessionRequestAccepted",
              2,
              "(uint256,address,uint256,uint256,uint48)",
              w ->
                  new SessionRequestAccepted(
                      w.number(), w.address(), w.number(), w.number(), w.number())));

  private static final List<EventShape> BOOKINGS =
      List.of(
          EventShape.of(
              "SessionBooked",
              3,
              "(uint256,uint256,address,uint256)",
              w -> new SessionBooked(w.number(), w.number(), w.address(), w.amount())),
          EventShape.of(
              "SessionBookingCancelled",
              1,
              "(uint256,uint8,uint256,uint256,uint256,uint256)",
              w ->
                  new SessionBookingCancelled(
                      w.number(), outcome(w), w.amount(), w.amount(), w.amount(), w.amount())),
          EventShape.of(
              "Attested",
              1,
              "(uint256,uint8,bytes32,uint64)",
              w -> new Attested(w.number(), outcome(w), w.hash(), w.number())),
          EventShape.of(
              "Challenged",
              2,
              "(uint256,address,uint256)",
              w -> new Challenged(w.number(), w.address(), w.amount())),
          EventShape.of(
              "Resolved", 1, "(uint256,uint8)", w -> new Resolved(w.number(), outcome(w))),
          EventShape.of(
              "Finalized",
              1,
              "(uint256,uint8,uint256,uint256,uint256)",
              w -> new Finalized(w.number(), outcome(w), w.amount(), w.amount(), w.amount())),
          EventShape.of(
              "UnattestedRefunded",
              1,
              "(uint256,uint256)",
              w -> new UnattestedRefunded(w.number(), w.amount())));

  private static final List<EventShape> PAYOUTS =
      List.of(
          EventShape.of(
              "OwedWithdrawn",
              2,
              "(address,address,uint256)",
              w -> new OwedWithdrawn(w.address(), w.address(), w.amount())),
          EventShape.of("TokenSwept", 0, "(uint256)", w -> new TokenSwept(w.amount())),
          EventShape.of("NativeSwept", 0, "(uint256)", w -> new NativeSwept(w.amount())));

  private static final List<EventShape> ROLES =
      List.of(
          EventShape.of(
              "OracleUpdated",
              2,
              "(address,address)",
              w -> new OracleUpdated(w.address(), w.address())),
          EventShape.of(
              "TreasuryUpdated",
              2,
              "(address,address)",
              w -> new TreasuryUpdated(w.address(), w.address())),
          EventShape.of(
              "OwnershipTransferStarted",
              2,
              "(address,address)",
              w -> new OwnershipTransferStarted(w.address(), w.address())),
          EventShape.of(
              "OwnershipTransferred",
              2,
              "(address,address)",
              w -> new OwnershipTransferred(w.address(), w.address())));

  private static final List<EventShape> SETTINGS =
      List.of(
          EventShape.of(
              "FeeBpsUpdated", 0, "(uint16,uint16)", w -> new FeeBpsUpdated(w.count(), w.count())),
          EventShape.of(
              "LateCancelPenaltyBpsUpdated",
              0,
              "(uint16,uint16)",
              w -> new LateCancelPenaltyBpsUpdated(w.count(), w.count())),
          EventShape.of(
              "ChallengeBondUpdated",
              0,
              "(uint256,uint256)",
              w -> new ChallengeBondUpdated(w.amount(), w.amount())),
          EventShape.of(
              "ChallengeWindowUpdated",
              0,
              "(uint48,uint48)",
              w -> new ChallengeWindowUpdated(w.number(), w.number())),
          EventShape.of(
              "NoAttestBufferUpdated",
              0,
              "(uint48,uint48)",
              w -> new NoAttestBufferUpdated(w.number(), w.number())),
          EventShape.of(
              "DisputeTimeoutUpdated",
              0,
              "(uint48,uint48)",
              w -> new DisputeTimeoutUpdated(w.number(), w.number())));

  static final List<EventShape> ALL =
      List.of(SLOTS, REQUESTS, BOOKINGS, PAYOUTS, ROLES, SETTINGS).stream()
          .flatMap(List::stream)
          .collect(toList());

  private EventShapes() {}

  private static EscrowOutcome outcome(Words words) {
    return words.choice(EscrowOutcome.values());
  }
}
