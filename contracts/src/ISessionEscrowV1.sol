// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {IERC20} from "./IERC20.sol";

/// @title Escrow for paid, scheduled one-to-one sessions, version 1
/// @notice A host offers slots, a guest books one and pays in advance, an oracle attests what happened, either party may
/// challenge that, and then anyone may finalize. Nothing is ever sent to a party unasked: money due to an account is
/// credited to `owed`, and the account withdraws it.
/// @dev Units, throughout: amounts, prices and bonds in the smallest unit of the payment token; times in unix seconds of
/// the block; delays in seconds where the type is uint48 and in minutes where the name ends in Mins; rates in basis
/// points of `BPS`, rounded down. Ids count from 1; reading an id that was never used returns zeros. Reasons are revert
/// strings, `Error(string)`, and are listed in the order in which they are checked. An outcome outside the enum reverts
/// without a reason, before any check. Amounts of 2^96 units and more are refused (AMOUNT_TOO_LARGE). Every function
/// that moves tokens or accounting refuses to be re-entered (REENTRANCY). A token that answers false, or is no contract,
/// reverts with TRANSFER_FAILED; a revert of the token is passed on as it is.
interface ISessionEscrowV1 {
    enum SessionSlotStatus {
        Open,
        Booked,
        Cancelled,
        Settled
    }

    enum SessionBookingStatus {
        None,
        Booked,
        Cancelled,
        Attested,
        Disputed,
        Resolved,
        Finalized
    }

    enum SessionRequestStatus {
        None,
        Open,
        Cancelled,
        Accepted
    }

    enum Outcome {
        None,
        Completed,
        NoShowHost,
        NoShowGuest,
        CancelledByHost,
        CancelledByGuest
    }

    /// @notice An offer of a host: one session at one time.
    /// @param host who offers it
    /// @param startTime when the session starts
    /// @param durationMins how long it lasts, 1 to 240
    /// @param price what a booking of this slot costs, as it was when the slot was made
    /// @param graceMins how late a party may join before it counts as a no-show
    /// @param minOverlapMins how long both must have been present for a completed session
    /// @param cancelCutoffMins how long before the start a guest may still cancel without a penalty
    /// @param status where the slot stands
    struct SessionSlot {
        address host;
        uint48 startTime;
        uint32 durationMins;
        uint256 price;
        uint32 graceMins;
        uint32 minOverlapMins;
        uint32 cancelCutoffMins;
        SessionSlotStatus status;
    }

    /// @notice A paid session.
    /// @param slotId the slot that it occupies, or occupied until it was cancelled
    /// @param guest who paid
    /// @param amount what the guest paid; kept to the end; includes the fee, but not a bond
    /// @param status where the booking stands
    /// @param oracleOutcome what was attested, or what the owner made of it; None if it was never attested
    /// @param metricsHash hash of the attested metrics payload; kept to the end
    /// @param attestedAt when it was attested; kept to the end
    /// @param finalizableAt first second of finalize, once attested
    /// @param challenger who challenged; zero unless Disputed
    /// @param bondAmount the bond in dispute; zero unless Disputed
    /// @param disputedAt when it was challenged; zero unless Disputed
    struct SessionBooking {
        uint256 slotId;
        address guest;
        uint256 amount;
        SessionBookingStatus status;
        Outcome oracleOutcome;
        bytes32 metricsHash;
        uint64 attestedAt;
        uint64 finalizableAt;
        address challenger;
        uint256 bondAmount;
        uint64 disputedAt;
    }

    /// @notice The configuration at the moment of a booking. It holds for that booking whatever is set later.
    /// @param feeBps share of a payout to the host that goes to the treasury
    /// @param lateCancelPenaltyBps share of the amount that a guest loses by a late cancel
    /// @param challengeWindow seconds from attestation in which a party may challenge
    /// @param noAttestBuffer seconds from the end after which an unattested booking may be claimed back
    /// @param disputeTimeout seconds from the challenge after which the oracle's outcome stands
    /// @param challengeBond what a challenger puts down
    struct BookingTerms {
        uint16 feeBps;
        uint16 lateCancelPenaltyBps;
        uint48 challengeWindow;
        uint48 noAttestBuffer;
        uint48 disputeTimeout;
        uint256 challengeBond;
    }

    /// @notice A guest's paid offer for a session that no slot exists for yet.
    /// @param hostTarget the host who may accept; zero: any
    /// @param guest who offers and has paid
    /// @param windowStart earliest start
    /// @param windowEnd latest start
    /// @param durationMins how long it shall last, 1 to 240
    /// @param amount what the guest paid; includes the fee
    /// @param expiry last second of acceptance
    /// @param status where the request stands
    /// @param slotId the slot made on acceptance, else zero
    /// @param bookingId the booking made on acceptance, else zero
    /// @param host who accepted, else zero
    struct SessionRequest {
        address hostTarget;
        address guest;
        uint48 windowStart;
        uint48 windowEnd;
        uint32 durationMins;
        uint256 amount;
        uint48 expiry;
        SessionRequestStatus status;
        uint256 slotId;
        uint256 bookingId;
        address host;
    }

    event OwnershipTransferStarted(address indexed previousOwner, address indexed pendingOwner);
    event OwnershipTransferred(address indexed previousOwner, address indexed newOwner);
    event OracleUpdated(address indexed oldOracle, address indexed newOracle);
    event TreasuryUpdated(address indexed oldTreasury, address indexed newTreasury);
    event FeeBpsUpdated(uint16 oldFeeBps, uint16 newFeeBps);
    event LateCancelPenaltyBpsUpdated(uint16 oldPenaltyBps, uint16 newPenaltyBps);
    event ChallengeWindowUpdated(uint48 oldChallengeWindow, uint48 newChallengeWindow);
    event NoAttestBufferUpdated(uint48 oldNoAttestBuffer, uint48 newNoAttestBuffer);
    event DisputeTimeoutUpdated(uint48 oldDisputeTimeout, uint48 newDisputeTimeout);
    event ChallengeBondUpdated(uint256 oldChallengeBond, uint256 newChallengeBond);

    event HostBasePriceSet(address indexed host, uint256 price);
    event SessionSlotCreated(
        uint256 indexed slotId, address indexed host, uint48 startTime, uint32 durationMins, uint256 price
    );
    event SessionSlotCancelled(uint256 indexed slotId);
    event SessionBooked(uint256 indexed bookingId, uint256 indexed slotId, address indexed guest, uint256 amount);
    event SessionRequestCreated(
        uint256 indexed requestId,
        address indexed hostTarget,
        address indexed guest,
        uint48 windowStart,
        uint48 windowEnd,
        uint32 durationMins,
        uint256 amount,
        uint48 expiry
    );
    event SessionRequestCancelled(uint256 indexed requestId, uint256 refund);
    event SessionRequestAccepted(
        uint256 indexed requestId, address indexed host, uint256 slotId, uint256 bookingId, uint48 startTime
    );
    /// @dev refund + hostPaid + feePaid is the booking's amount; penalty is hostPaid + feePaid.
    event SessionBookingCancelled(
        uint256 indexed bookingId, Outcome reason, uint256 refund, uint256 penalty, uint256 hostPaid, uint256 feePaid
    );
    event Attested(uint256 indexed bookingId, Outcome outcome, bytes32 metricsHash, uint64 finalizableAt);
    event UnattestedRefunded(uint256 indexed bookingId, uint256 refund);
    event Challenged(uint256 indexed bookingId, address indexed challenger, uint256 bondAmount);
    event Resolved(uint256 indexed bookingId, Outcome finalOutcome);
    /// @dev hostPaid + guestRefund + feePaid is the booking's amount; a bond is not in it.
    event Finalized(
        uint256 indexed bookingId, Outcome finalOutcome, uint256 hostPaid, uint256 guestRefund, uint256 feePaid
    );
    event OwedWithdrawn(address indexed from, address indexed to, uint256 amount);
    event TokenSwept(uint256 amount);
    event NativeSwept(uint256 amount);

    // ------------------------------------------------------------------------------------------ limits and reads

    /// @notice One whole, in basis points.
    function BPS() external view returns (uint256);

    /// @notice Longest challenge window that can be set.
    function MAX_CHALLENGE_WINDOW() external view returns (uint48);

    /// @notice Longest no-attest buffer that can be set.
    function MAX_NO_ATTEST_BUFFER() external view returns (uint48);

    /// @notice Longest dispute timeout that can be set.
    function MAX_DISPUTE_TIMEOUT() external view returns (uint48);

    /// @notice The one token that this escrow holds.
    function paymentToken() external view returns (IERC20);

    /// @notice Who configures the escrow and resolves disputes.
    function owner() external view returns (address);

    /// @notice Who may accept the ownership; zero: nobody.
    function pendingOwner() external view returns (address);

    /// @notice Who attests outcomes.
    function oracle() external view returns (address);

    /// @notice Who is credited with fees, at the moment of each settlement, and gets what is swept.
    function treasury() external view returns (address);

    /// @notice Fee of bookings made now.
    function feeBps() external view returns (uint16);

    /// @notice Late-cancel penalty of bookings made now.
    function lateCancelPenaltyBps() external view returns (uint16);

    /// @notice Challenge window of bookings made now.
    function challengeWindow() external view returns (uint48);

    /// @notice No-attest buffer of bookings made now.
    function noAttestBuffer() external view returns (uint48);

    /// @notice Dispute timeout of bookings made now.
    function disputeTimeout() external view returns (uint48);

    /// @notice Challenge bond of bookings made now.
    function challengeBond() external view returns (uint256);

    /// @notice Everything that the escrow owes: bookings not yet credited, open requests, bonds in dispute and `owed`.
    /// The token balance is never below it.
    function totalHeld() external view returns (uint256);

    /// @notice What an account may withdraw.
    function owed(address account) external view returns (uint256);

    /// @notice Price of a host's next slot; zero: never set.
    function hostBasePrice(address host) external view returns (uint256);

    /// @notice The id that the next slot gets.
    function nextSlotId() external view returns (uint256);

    /// @notice The id that the next booking gets.
    function nextBookingId() external view returns (uint256);

    /// @notice The id that the next request gets.
    function nextRequestId() external view returns (uint256);

    /// @notice The booking of a slot: zero before it is booked, and again after an early guest cancel or a host cancel.
    function slotToBooking(uint256 slotId) external view returns (uint256);

    /// @notice A slot, as a struct.
    function getSlot(uint256 slotId) external view returns (SessionSlot memory);

    /// @notice A slot, field by field.
    function slots(uint256 slotId)
        external
        view
        returns (
            address host,
            uint48 startTime,
            uint32 durationMins,
            uint256 price,
            uint32 graceMins,
            uint32 minOverlapMins,
            uint32 cancelCutoffMins,
            SessionSlotStatus status
        );

    /// @notice A booking, as a struct.
    function getBooking(uint256 bookingId) external view returns (SessionBooking memory);

    /// @notice A booking, field by field.
    function bookings(uint256 bookingId)
        external
        view
        returns (
            uint256 slotId,
            address guest,
            uint256 amount,
            SessionBookingStatus status,
            Outcome oracleOutcome,
            bytes32 metricsHash,
            uint64 attestedAt,
            uint64 finalizableAt,
            address challenger,
            uint256 bondAmount,
            uint64 disputedAt
        );

    /// @notice The terms of a booking, as a struct.
    function getBookingTerms(uint256 bookingId) external view returns (BookingTerms memory);

    /// @notice The terms of a booking, field by field.
    function bookingTerms(uint256 bookingId)
        external
        view
        returns (
            uint16 feeBps,
            uint16 lateCancelPenaltyBps,
            uint48 challengeWindow,
            uint48 noAttestBuffer,
            uint48 disputeTimeout,
            uint256 challengeBond
        );

    /// @notice A request, as a struct.
    function getRequest(uint256 requestId) external view returns (SessionRequest memory);

    /// @notice A request, field by field.
    function requests(uint256 requestId)
        external
        view
        returns (
            address hostTarget,
            address guest,
            uint48 windowStart,
            uint48 windowEnd,
            uint32 durationMins,
            uint256 amount,
            uint48 expiry,
            SessionRequestStatus status,
            uint256 slotId,
            uint256 bookingId,
            address host
        );

    // ------------------------------------------------------------------------------------------------- ownership

    /// @notice Offers the ownership to another account, which becomes owner when it accepts.
    /// @dev Owner. NOT_OWNER, BAD_ADDR (zero).
    function transferOwnership(address n) external;

    /// @notice Takes the ownership that was offered.
    /// @dev The pending owner. NOT_PENDING_OWNER.
    function acceptOwnership() external;

    // --------------------------------------------------------------------------------------------- configuration
    // Owner only (NOT_OWNER). None of it touches a booking that exists, but for the oracle, who attests all bookings,
    // and the treasury, which gets the fee of every settlement from now on.

    /// @notice Sets who attests outcomes.
    /// @dev NOT_OWNER, BAD_ADDR (zero).
    function setOracle(address o) external;

    /// @notice Sets who gets fees and sweeps.
    /// @dev NOT_OWNER, BAD_ADDR (zero).
    function setTreasury(address t) external;

    /// @notice Sets the fee, at most 2,000 basis points.
    /// @dev NOT_OWNER, FEE_TOO_HIGH.
    function setFeeBps(uint16 bps) external;

    /// @notice Sets the late-cancel penalty, at most 10,000 basis points.
    /// @dev NOT_OWNER, PENALTY_TOO_HIGH.
    function setLateCancelPenaltyBps(uint16 bps) external;

    /// @notice Sets the challenge window in seconds, at most 30 days. 0: an attestation cannot be challenged.
    /// @dev NOT_OWNER, WINDOW_TOO_LARGE.
    function setChallengeWindow(uint48 s) external;

    /// @notice Sets the no-attest buffer in seconds, at most 30 days. Below 2 hours a claim can race an attestation.
    /// @dev NOT_OWNER, BUFFER_TOO_LARGE.
    function setNoAttestBuffer(uint48 s) external;

    /// @notice Sets the dispute timeout in seconds, at most 180 days.
    /// @dev NOT_OWNER, TIMEOUT_TOO_LARGE.
    function setDisputeTimeout(uint48 s) external;

    /// @notice Sets the challenge bond.
    /// @dev NOT_OWNER, ZERO_BOND, AMOUNT_TOO_LARGE.
    function setChallengeBond(uint256 a) external;

    // ----------------------------------------------------------------------------------------- slots and bookings

    /// @notice Sets the price of the caller's slots from now on. Slots that exist keep theirs.
    /// @dev Anyone, who thereby is a host. BAD_PRICE (zero), AMOUNT_TOO_LARGE.
    function setHostBasePrice(uint256 price) external;

    /// @notice Offers a session at the caller's base price.
    /// @dev A host. NO_BASE_PRICE, START_TOO_SOON (not more than 60 s ahead), BAD_DURATION (not 1..240), BAD_OVERLAP
    /// (more than the duration), BAD_CUTOFF (more than 10,080).
    function createSlot(
        uint48 startTime,
        uint32 durationMins,
        uint32 graceMins,
        uint32 minOverlapMins,
        uint32 cancelCutoffMins
    ) external returns (uint256 slotId);

    /// @notice Withdraws an offer that is not booked.
    /// @dev Its host. NOT_HOST, NOT_OPEN.
    function cancelSlot(uint256 slotId) external;

    /// @notice Books a slot and pays its price, which the caller has approved to the escrow.
    /// @dev Anyone but its host. NOT_AVAILABLE, TOO_LATE (starts within 60 s), ALREADY_BOOKED, HOST_CANNOT_BOOK.
    function book(uint256 slotId) external returns (uint256 bookingId);

    /// @notice Cancels a booking before its start. Up to start - cutoff, inclusive, all is refunded and the slot is open
    /// again; later the penalty of its terms goes to the host, less the fee.
    /// @dev Its guest. NOT_BOOKED, NOT_GUEST, ALREADY_STARTED.
    function cancelBookingAsGuest(uint256 bookingId) external;

    /// @notice Cancels a booking before its start; the guest is refunded in full and the slot is gone.
    /// @dev Its host. NOT_BOOKED, NOT_HOST, ALREADY_STARTED.
    function cancelBookingAsHost(uint256 bookingId) external;

    // --------------------------------------------------------------------------------------------------- requests

    /// @notice Offers and pays an amount, which the caller has approved to the escrow, for a session at a time that
    /// suits both. Zero as the target lets any host accept.
    /// @dev Anyone. BAD_AMOUNT (zero), BAD_DURATION (not 1..240), START_TOO_SOON (window opens not more than 60 s ahead),
    /// BAD_WINDOW (ends before it starts), EXPIRED (expiry not in the future), BAD_EXPIRY (after the window), LOW_OFFER
    /// (below the target's base price), AMOUNT_TOO_LARGE.
    function createRequest(
        address hostTarget,
        uint48 windowStart,
        uint48 windowEnd,
        uint32 durationMins,
        uint256 amount,
        uint48 expiry
    ) external returns (uint256 requestId);

    /// @notice Takes back an offer, also after its expiry.
    /// @dev Its guest. NOT_OPEN, NOT_GUEST.
    function cancelRequest(uint256 requestId) external;

    /// @notice Accepts an offer: makes a slot (at the caller's base price, or at the offer if there is none) and its
    /// booking (at the offer) on the terms of this moment.
    /// @dev The target, or any host if there is none. NOT_OPEN, EXPIRED, GUEST_CANNOT_ACCEPT, NOT_HOST, LOW_OFFER (below
    /// the caller's base price), BAD_TIME (outside the window), START_TOO_SOON, BAD_OVERLAP, BAD_CUTOFF.
    function acceptRequest(
        uint256 requestId,
        uint48 startTime,
        uint32 graceMins,
        uint32 minOverlapMins,
        uint32 cancelCutoffMins
    ) external returns (uint256 slotId, uint256 bookingId);

    // ---------------------------------------------------------------------------------------------------- outcome

    /// @notice Says what happened. Both ends of the windows are inclusive: a no-show from start + grace, for one
    /// duration; Completed from start + minimal overlap until 2 hours after the end.
    /// @dev The oracle. NOT_ORACLE, NOT_BOOKED, BAD_OUTCOME (None), BAD_ATTEST_OUTCOME (a cancel), GRACE_NOT_OVER,
    /// NO_SHOW_TOO_LATE, OVERLAP_NOT_MET, TOO_LATE.
    /// @param metricsHash hash of the metrics payload that the outcome was decided from
    function attest(uint256 bookingId, Outcome outcome, bytes32 metricsHash) external;

    /// @notice Refunds the guest of a session that nobody attested, from end + noAttestBuffer on.
    /// @dev Its guest or host. NOT_BOOKED, NOT_PARTY, TOO_EARLY.
    function claimIfUnattested(uint256 bookingId) external;

    /// @notice Disputes an attestation and puts down the bond of the terms, which the caller has approved to the escrow.
    /// @dev Its guest or host. NOT_ATTESTED, WINDOW_OVER, NOT_PARTY.
    function challenge(uint256 bookingId) external;

    /// @notice Decides a dispute. The bond goes to the challenger if the outcome changed, else to the other party.
    /// @dev Owner. NOT_OWNER, NOT_DISPUTED, BAD_OUTCOME (not Completed or a no-show).
    function resolveDispute(uint256 bookingId, Outcome finalOutcome) external;

    /// @notice Ends a dispute that the owner left undecided: the oracle's outcome stands and the bond goes to the party
    /// that did not challenge.
    /// @dev Anyone. NOT_DISPUTED, TOO_EARLY.
    function finalizeDisputeByTimeout(uint256 bookingId) external;

    /// @notice Credits the amount as the outcome says: to the host less the fee (Completed, NoShowGuest), or back to the
    /// guest (NoShowHost).
    /// @dev Anyone. NOT_FINALIZABLE, TOO_EARLY.
    function finalize(uint256 bookingId) external;

    // ---------------------------------------------------------------------------------------------------- payouts

    /// @notice Pays out all that the caller is owed, to itself.
    /// @dev Anyone. NOTHING_OWED.
    function withdrawOwed() external;

    /// @notice Pays out all that the caller is owed, to another address.
    /// @dev Anyone. BAD_ADDR (zero), NOTHING_OWED.
    function withdrawOwed(address to) external;

    /// @notice Sends the tokens that nobody is owed (sent here by mistake) to the treasury.
    /// @dev Anyone.
    function sweepTokenExcess() external;

    /// @notice Sends native currency that was forced in to the treasury.
    /// @dev Anyone. NATIVE_SEND_FAILED.
    function sweepNative() external;
}
