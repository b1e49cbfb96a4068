// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {BookingState, bookedState} from "./BookingState.sol";
import {IERC20} from "./IERC20.sol";
import {ISessionEscrowV1} from "./ISessionEscrowV1.sol";
import {check} from "./Reasons.sol";
import {WHOLE_BPS, shareDown} from "./Shares.sol";

/// @title Session escrow, version 1
/// @notice See `ISessionEscrowV1` for what each function does, who may call it, and why it refuses.
/// @dev Storage is laid out for Tempo, where a word written from zero costs 250,000 gas: a session writes three such
/// words (slot, booking, metrics hash), a dispute none. Terms are numbered versions that a booking points to; prices are
/// an append-only list that a slot points to; an account's word, once used, never returns to zero.
contract SessionEscrowV1 is ISessionEscrowV1 {
    uint256 public constant override BPS = WHOLE_BPS;
    uint48 public constant override MAX_CHALLENGE_WINDOW = 30 days;
    uint48 public constant override MAX_NO_ATTEST_BUFFER = 30 days;
    uint48 public constant override MAX_DISPUTE_TIMEOUT = 180 days;

    uint16 private constant MAX_FEE_BPS = 2_000;
    uint32 private constant MAX_DURATION_MINS = 240;
    uint32 private constant MAX_CUTOFF_MINS = 7 * 24 * 60;
    uint256 private constant MIN_LEAD = 60 seconds;
    uint256 private constant COMPLETED_WINDOW = 2 hours;

    /// @dev One word. Counters hold the last id given out.
    /// @param totalHeld token units; 2^32 bookings of 2^96 units fit
    /// @param termsVersion the terms that bookings get now
    /// @param entered a guarded function is running
    struct Ledger {
        uint128 totalHeld;
        uint32 slotCount;
        uint32 bookingCount;
        uint32 requestCount;
        uint16 termsVersion;
        bool entered;
    }

    /// @dev One word, never changed once a later version exists. The limits of each value fit its type.
    struct Terms {
        uint96 challengeBond;
        uint32 challengeWindow;
        uint32 noAttestBuffer;
        uint32 disputeTimeout;
        uint16 feeBps;
        uint16 lateCancelPenaltyBps;
    }

    /// @dev One word, never changed: who offers, and for how much.
    struct Price {
        address host;
        uint96 amount;
    }

    /// @dev One word.
    /// @param priceId the base price; zero: none
    /// @param used set by the first credit and never cleared, so that later credits find a word that is not fresh
    struct Account {
        uint128 owed;
        uint32 priceId;
        bool used;
    }

    /// @dev One word, exactly full.
    /// @param bookingId what `slotToBooking` says
    /// @param requestId the request that made this slot; zero: none
    /// @param disputeTime when the slot's last booking was challenged, then when that dispute ended; zero: no dispute.
    /// Room is here, not in the booking; it is unambiguous, since a booking that was attested never frees its slot.
    struct Slot {
        uint32 priceId;
        uint32 bookingId;
        uint32 requestId;
        uint48 startTime;
        uint40 disputeTime;
        uint32 graceMins;
        uint16 cancelCutoffMins;
        uint8 durationMins;
        uint8 minOverlapMins;
        SessionSlotStatus status;
    }

    /// @dev One word, exactly full. Amount, host, challenger, bond and deadlines follow from what it points to.
    struct Booking {
        address guest;
        uint32 slotId;
        uint40 attestedAt;
        uint16 termsVersion;
        BookingState state;
    }

    /// @dev Three words.
    struct Request {
        address hostTarget;
        uint48 windowStart;
        uint48 windowEnd;
        address guest;
        uint96 amount;
        uint48 expiry;
        uint32 slotId;
        uint32 bookingId;
        uint8 durationMins;
        SessionRequestStatus status;
    }

    IERC20 public immutable override paymentToken;

    Ledger private ledger;
    address public override owner;
    /// @dev Shares the owner's word.
    uint32 private priceCount;
    address public override pendingOwner;
    address public override oracle;
    address public override treasury;

    mapping(uint256 version => Terms) private termsOf;
    mapping(uint256 priceId => Price) private priceOf;
    mapping(address account => Account) private accountOf;
    mapping(uint256 slotId => Slot) private slotOf;
    mapping(uint256 bookingId => Booking) private bookingOf;
    mapping(uint256 bookingId => bytes32) private metricsHashOf;
    mapping(uint256 requestId => Request) private requestOf;

    modifier guarded() {
        _enter();
        _;
        ledger.entered = false;
    }

    modifier onlyOwner() {
        _checkOwner();
        _;
    }

    constructor(
        address paymentToken_,
        address oracle_,
        address treasury_,
        uint16 feeBps_,
        uint48 challengeWindowSeconds_,
        uint256 challengeBond_,
        uint16 lateCancelPenaltyBps_,
        uint48 noAttestBufferSeconds_,
        uint48 disputeTimeoutSeconds_
    ) {
        // Check
        check(paymentToken_ != address(0), "BAD_TOKEN");
        _checkAddress(oracle_);
        _checkAddress(treasury_);
        _checkFee(feeBps_);
        _checkPenalty(lateCancelPenaltyBps_);
        _checkBond(challengeBond_);
        _checkWindow(challengeWindowSeconds_);
        _checkBuffer(noAttestBufferSeconds_);
        _checkTimeout(disputeTimeoutSeconds_);

        // Effect
        paymentToken = IERC20(paymentToken_);
        owner = msg.sender;
        oracle = oracle_;
        treasury = treasury_;
        ledger.termsVersion = 1;
        termsOf[1] = Terms({
            challengeBond: uint96(challengeBond_),
            challengeWindow: uint32(challengeWindowSeconds_),
            noAttestBuffer: uint32(noAttestBufferSeconds_),
            disputeTimeout: uint32(disputeTimeoutSeconds_),
            feeBps: feeBps_,
            lateCancelPenaltyBps: lateCancelPenaltyBps_
        });
        emit OwnershipTransferred(address(0), msg.sender);
    }

    /// @notice Refuses native currency: this escrow holds one token and nothing else.
    receive() external payable {
        check(false, "NO_DIRECT_ETH");
    }

    // ------------------------------------------------------------------------------------------------- ownership

    /// @inheritdoc ISessionEscrowV1
    function transferOwnership(address n) external override onlyOwner {
        _checkAddress(n);
        pendingOwner = n;
        emit OwnershipTransferStarted(msg.sender, n);
    }

    /// @inheritdoc ISessionEscrowV1
    function acceptOwnership() external override {
        // Check
        check(msg.sender == pendingOwner, "NOT_PENDING_OWNER");

        // Effect
        emit OwnershipTransferred(owner, msg.sender);
        owner = msg.sender;
        pendingOwner = address(0);
    }

    // --------------------------------------------------------------------------------------------- configuration

    /// @inheritdoc ISessionEscrowV1
    function setOracle(address o) external override onlyOwner {
        _checkAddress(o);
        emit OracleUpdated(oracle, o);
        oracle = o;
    }

    /// @inheritdoc ISessionEscrowV1
    function setTreasury(address t) external override onlyOwner {
        _checkAddress(t);
        emit TreasuryUpdated(treasury, t);
        treasury = t;
    }

    /// @inheritdoc ISessionEscrowV1
    function setFeeBps(uint16 bps) external override onlyOwner {
        _checkFee(bps);
        Terms storage terms = _nextTerms();
        emit FeeBpsUpdated(terms.feeBps, bps);
        terms.feeBps = bps;
    }

    /// @inheritdoc ISessionEscrowV1
    function setLateCancelPenaltyBps(uint16 bps) external override onlyOwner {
        _checkPenalty(bps);
        Terms storage terms = _nextTerms();
        emit LateCancelPenaltyBpsUpdated(terms.lateCancelPenaltyBps, bps);
        terms.lateCancelPenaltyBps = bps;
    }

    /// @inheritdoc ISessionEscrowV1
    function setChallengeWindow(uint48 s) external override onlyOwner {
        _checkWindow(s);
        Terms storage terms = _nextTerms();
        emit ChallengeWindowUpdated(terms.challengeWindow, s);
        terms.challengeWindow = uint32(s);
    }

    /// @inheritdoc ISessionEscrowV1
    function setNoAttestBuffer(uint48 s) external override onlyOwner {
        _checkBuffer(s);
        Terms storage terms = _nextTerms();
        emit NoAttestBufferUpdated(terms.noAttestBuffer, s);
        terms.noAttestBuffer = uint32(s);
    }

    /// @inheritdoc ISessionEscrowV1
    function setDisputeTimeout(uint48 s) external override onlyOwner {
        _checkTimeout(s);
        Terms storage terms = _nextTerms();
        emit DisputeTimeoutUpdated(terms.disputeTimeout, s);
        terms.disputeTimeout = uint32(s);
    }

    /// @inheritdoc ISessionEscrowV1
    function setChallengeBond(uint256 a) external override onlyOwner {
        _checkBond(a);
        Terms storage terms = _nextTerms();
        emit ChallengeBondUpdated(terms.challengeBond, a);
        terms.challengeBond = uint96(a);
    }

    // ----------------------------------------------------------------------------------------- slots and bookings

    /// @inheritdoc ISessionEscrowV1
    function setHostBasePrice(uint256 price) external override {
        // Check
        check(price > 0, "BAD_PRICE");
        _checkAmount(price);

        // Effect
        accountOf[msg.sender].priceId = _addPrice(price);
        emit HostBasePriceSet(msg.sender, price);
    }

    /// @inheritdoc ISessionEscrowV1
    function createSlot(
        uint48 startTime,
        uint32 durationMins,
        uint32 graceMins,
        uint32 minOverlapMins,
        uint32 cancelCutoffMins
    ) external override returns (uint256 slotId) {
        // Check
        uint32 priceId = accountOf[msg.sender].priceId;
        check(priceId != 0, "NO_BASE_PRICE");
        _checkLead(startTime, "START_TOO_SOON");
        _checkDuration(durationMins);

        // Check (overlap and cutoff) and Effect
        return _addSlot(priceId, 0, startTime, durationMins, graceMins, minOverlapMins, cancelCutoffMins);
    }

    /// @inheritdoc ISessionEscrowV1
    function cancelSlot(uint256 slotId) external override {
        // Check
        Slot storage slot = slotOf[slotId];
        check(msg.sender == priceOf[slot.priceId].host, "NOT_HOST");
        check(slot.status == SessionSlotStatus.Open, "NOT_OPEN");

        // Effect
        slot.status = SessionSlotStatus.Cancelled;
        emit SessionSlotCancelled(slotId);
    }

    /// @inheritdoc ISessionEscrowV1
    function book(uint256 slotId) external override guarded returns (uint256 bookingId) {
        // Check
        Slot storage slot = slotOf[slotId];
        check(slot.status == SessionSlotStatus.Open, "NOT_AVAILABLE");
        _checkLead(slot.startTime, "TOO_LATE");
        check(slot.bookingId == 0, "ALREADY_BOOKED"); // an open slot has none; kept as a second lock on the money
        Price memory price = priceOf[slot.priceId];
        check(msg.sender != price.host, "HOST_CANNOT_BOOK");

        // Effect
        bookingId = _addBooking(slotId, msg.sender, price.amount, false);
        ledger.totalHeld += price.amount;

        // Interaction
        _pull(price.amount);
    }

    /// @inheritdoc ISessionEscrowV1
    function cancelBookingAsGuest(uint256 bookingId) external override guarded {
        // Check
        (Booking memory booking, Slot memory slot) = _load(bookingId, SessionBookingStatus.Booked, "NOT_BOOKED");
        check(msg.sender == booking.guest, "NOT_GUEST");
        check(block.timestamp < slot.startTime, "ALREADY_STARTED");

        // Effect
        uint256 amount = _amount(booking, slot);
        if (block.timestamp + _seconds(slot.cancelCutoffMins) <= slot.startTime) {
            _close(bookingId, SessionBookingStatus.Cancelled, SessionSlotStatus.Open);
            slotOf[booking.slotId].bookingId = 0;
            _credit(booking.guest, amount);
            emit SessionBookingCancelled(bookingId, Outcome.CancelledByGuest, amount, 0, 0, 0);
        } else {
            _close(bookingId, SessionBookingStatus.Cancelled, SessionSlotStatus.Settled);
            uint256 penalty = shareDown(amount, termsOf[booking.termsVersion].lateCancelPenaltyBps);
            (uint256 hostPaid, uint256 feePaid) = _payHost(penalty, booking, slot);
            _credit(booking.guest, amount - penalty);
            emit SessionBookingCancelled(
                bookingId, Outcome.CancelledByGuest, amount - penalty, penalty, hostPaid, feePaid
            );
        }
    }

    /// @inheritdoc ISessionEscrowV1
    function cancelBookingAsHost(uint256 bookingId) external override guarded {
        // Check
        (Booking memory booking, Slot memory slot) = _load(bookingId, SessionBookingStatus.Booked, "NOT_BOOKED");
        check(msg.sender == _host(slot), "NOT_HOST");
        check(block.timestamp < slot.startTime, "ALREADY_STARTED");

        // Effect
        uint256 amount = _amount(booking, slot);
        _close(bookingId, SessionBookingStatus.Cancelled, SessionSlotStatus.Cancelled);
        slotOf[booking.slotId].bookingId = 0;
        _credit(booking.guest, amount);
        emit SessionBookingCancelled(bookingId, Outcome.CancelledByHost, amount, 0, 0, 0);
    }

    // --------------------------------------------------------------------------------------------------- requests

    /// @inheritdoc ISessionEscrowV1
    function createRequest(
        address hostTarget,
        uint48 windowStart,
        uint48 windowEnd,
        uint32 durationMins,
        uint256 amount,
        uint48 expiry
    ) external override guarded returns (uint256 requestId) {
        // Check
        check(amount > 0, "BAD_AMOUNT");
        _checkDuration(durationMins);
        _checkLead(windowStart, "START_TOO_SOON");
        check(windowEnd >= windowStart, "BAD_WINDOW");
        check(expiry > block.timestamp, "EXPIRED");
        check(expiry <= windowEnd, "BAD_EXPIRY");
        check(amount >= hostBasePrice(hostTarget), "LOW_OFFER");
        _checkAmount(amount);

        // Effect
        requestId = ++ledger.requestCount;
        requestOf[requestId] = Request({
            hostTarget: hostTarget,
            windowStart: windowStart,
            windowEnd: windowEnd,
            guest: msg.sender,
            amount: uint96(amount),
            expiry: expiry,
            slotId: 0,
            bookingId: 0,
            durationMins: uint8(durationMins),
            status: SessionRequestStatus.Open
        });
        ledger.totalHeld += uint96(amount);

        // Interaction
        _pull(amount);
        emit SessionRequestCreated(
            requestId, hostTarget, msg.sender, windowStart, windowEnd, durationMins, amount, expiry
        );
    }

    /// @inheritdoc ISessionEscrowV1
    function cancelRequest(uint256 requestId) external override guarded {
        // Check
        Request storage request = requestOf[requestId];
        check(request.status == SessionRequestStatus.Open, "NOT_OPEN");
        check(msg.sender == request.guest, "NOT_GUEST");

        // Effect
        request.status = SessionRequestStatus.Cancelled;
        _credit(msg.sender, request.amount);
        emit SessionRequestCancelled(requestId, request.amount);
    }

    /// @inheritdoc ISessionEscrowV1
    function acceptRequest(
        uint256 requestId,
        uint48 startTime,
        uint32 graceMins,
        uint32 minOverlapMins,
        uint32 cancelCutoffMins
    ) external override guarded returns (uint256 slotId, uint256 bookingId) {
        // Check
        Request storage request = requestOf[requestId];
        uint256 amount = request.amount;
        uint32 priceId = accountOf[msg.sender].priceId;
        check(request.status == SessionRequestStatus.Open, "NOT_OPEN");
        check(block.timestamp <= request.expiry, "EXPIRED");
        check(msg.sender != request.guest, "GUEST_CANNOT_ACCEPT");
        check(request.hostTarget == address(0) || request.hostTarget == msg.sender, "NOT_HOST");
        check(amount >= priceOf[priceId].amount, "LOW_OFFER");
        check(request.windowStart <= startTime && startTime <= request.windowEnd, "BAD_TIME");
        _checkLead(startTime, "START_TOO_SOON");

        // Effect
        if (priceId == 0) priceId = _addPrice(amount);
        slotId = _addSlot(
            priceId,
            uint32(requestId), // an open request's id is at most requestCount
            startTime,
            request.durationMins,
            graceMins,
            minOverlapMins,
            cancelCutoffMins
        );
        bookingId = _addBooking(slotId, request.guest, amount, true);
        request.status = SessionRequestStatus.Accepted;
        request.slotId = uint32(slotId);
        request.bookingId = uint32(bookingId);
        emit SessionRequestAccepted(requestId, msg.sender, slotId, bookingId, startTime);
    }

    // ---------------------------------------------------------------------------------------------------- outcome

    /// @inheritdoc ISessionEscrowV1
    function attest(uint256 bookingId, Outcome outcome, bytes32 metricsHash) external override {
        // Check
        check(msg.sender == oracle, "NOT_ORACLE");
        (Booking memory booking, Slot memory slot) = _load(bookingId, SessionBookingStatus.Booked, "NOT_BOOKED");
        check(outcome != Outcome.None, "BAD_OUTCOME");
        check(_isAttestable(outcome), "BAD_ATTEST_OUTCOME");
        if (outcome == Outcome.Completed) {
            uint256 overlapMet = slot.startTime + _seconds(slot.minOverlapMins);
            check(block.timestamp >= overlapMet, "OVERLAP_NOT_MET");
            check(block.timestamp <= _end(slot) + COMPLETED_WINDOW, "TOO_LATE");
        } else {
            uint256 grace = _seconds(slot.graceMins);
            check(block.timestamp >= slot.startTime + grace, "GRACE_NOT_OVER");
            check(block.timestamp <= _end(slot) + grace, "NO_SHOW_TOO_LATE");
        }

        // Effect
        booking.state = booking.state.attested(outcome);
        booking.attestedAt = uint40(block.timestamp);
        bookingOf[bookingId] = booking;
        metricsHashOf[bookingId] = metricsHash;
        emit Attested(bookingId, outcome, metricsHash, uint64(_windowEnd(booking)));
    }

    /// @inheritdoc ISessionEscrowV1
    function claimIfUnattested(uint256 bookingId) external override guarded {
        // Check
        (Booking memory booking, Slot memory slot) = _load(bookingId, SessionBookingStatus.Booked, "NOT_BOOKED");
        check(msg.sender == booking.guest || msg.sender == _host(slot), "NOT_PARTY");
        check(block.timestamp >= _end(slot) + termsOf[booking.termsVersion].noAttestBuffer, "TOO_EARLY");

        // Effect
        uint256 amount = _amount(booking, slot);
        _close(bookingId, SessionBookingStatus.Finalized, SessionSlotStatus.Cancelled);
        _credit(booking.guest, amount);
        emit UnattestedRefunded(bookingId, amount);
    }

    /// @inheritdoc ISessionEscrowV1
    function challenge(uint256 bookingId) external override guarded {
        // Check
        (Booking memory booking, Slot memory slot) = _load(bookingId, SessionBookingStatus.Attested, "NOT_ATTESTED");
        check(block.timestamp < _windowEnd(booking), "WINDOW_OVER");
        bool byHost = msg.sender == _host(slot);
        check(byHost || msg.sender == booking.guest, "NOT_PARTY");

        // Effect
        uint96 bond = termsOf[booking.termsVersion].challengeBond;
        bookingOf[bookingId].state = booking.state.challenged(byHost);
        slotOf[booking.slotId].disputeTime = uint40(block.timestamp);
        ledger.totalHeld += bond;

        // Interaction
        _pull(bond);
        emit Challenged(bookingId, msg.sender, bond);
    }

    /// @inheritdoc ISessionEscrowV1
    function resolveDispute(uint256 bookingId, Outcome finalOutcome) external override guarded onlyOwner {
        // Check
        (Booking memory booking, Slot memory slot) = _load(bookingId, SessionBookingStatus.Disputed, "NOT_DISPUTED");
        check(_isAttestable(finalOutcome), "BAD_OUTCOME");

        // Effect
        _resolve(bookingId, booking, slot, finalOutcome);
    }

    /// @inheritdoc ISessionEscrowV1
    function finalizeDisputeByTimeout(uint256 bookingId) external override guarded {
        // Check
        (Booking memory booking, Slot memory slot) = _load(bookingId, SessionBookingStatus.Disputed, "NOT_DISPUTED");
        uint256 timeout = termsOf[booking.termsVersion].disputeTimeout;
        check(block.timestamp >= slot.disputeTime + timeout, "TOO_EARLY");

        // Effect
        _resolve(bookingId, booking, slot, booking.state.outcome());
    }

    /// @inheritdoc ISessionEscrowV1
    function finalize(uint256 bookingId) external override guarded {
        // Check
        Booking memory booking = bookingOf[bookingId];
        Slot memory slot = slotOf[booking.slotId];
        SessionBookingStatus status = booking.state.status();
        check(status == SessionBookingStatus.Attested || status == SessionBookingStatus.Resolved, "NOT_FINALIZABLE");
        check(block.timestamp >= _finalizableAt(booking, slot), "TOO_EARLY");

        // Effect
        uint256 amount = _amount(booking, slot);
        Outcome outcome = booking.state.outcome();
        _close(bookingId, SessionBookingStatus.Finalized, SessionSlotStatus.Settled);
        if (outcome == Outcome.NoShowHost) {
            _credit(booking.guest, amount);
            emit Finalized(bookingId, outcome, 0, amount, 0);
        } else {
            (uint256 hostPaid, uint256 feePaid) = _payHost(amount, booking, slot);
            emit Finalized(bookingId, outcome, hostPaid, 0, feePaid);
        }
    }

    // ---------------------------------------------------------------------------------------------------- payouts

    /// @inheritdoc ISessionEscrowV1
    function withdrawOwed() external override {
        _withdraw(msg.sender);
    }

    /// @inheritdoc ISessionEscrowV1
    function withdrawOwed(address to) external override {
        _withdraw(to);
    }

    /// @inheritdoc ISessionEscrowV1
    function sweepTokenExcess() external override guarded {
        // Check
        uint256 balance = paymentToken.balanceOf(address(this)); // a static call
        uint256 held = ledger.totalHeld;
        uint256 excess = balance > held ? balance - held : 0;

        // Interaction
        if (excess > 0) _push(treasury, excess);
        emit TokenSwept(excess);
    }

    /// @inheritdoc ISessionEscrowV1
    function sweepNative() external override guarded {
        // Interaction
        uint256 amount = address(this).balance;
        if (amount > 0) {
            (bool sent,) = treasury.call{value: amount}("");
            check(sent, "NATIVE_SEND_FAILED");
        }
        emit NativeSwept(amount);
    }

    // ------------------------------------------------------------------------------------------------------ reads

    /// @inheritdoc ISessionEscrowV1
    function feeBps() external view override returns (uint16) {
        return _currentTerms().feeBps;
    }

    /// @inheritdoc ISessionEscrowV1
    function lateCancelPenaltyBps() external view override returns (uint16) {
        return _currentTerms().lateCancelPenaltyBps;
    }

    /// @inheritdoc ISessionEscrowV1
    function challengeWindow() external view override returns (uint48) {
        return _currentTerms().challengeWindow;
    }

    /// @inheritdoc ISessionEscrowV1
    function noAttestBuffer() external view override returns (uint48) {
        return _currentTerms().noAttestBuffer;
    }

    /// @inheritdoc ISessionEscrowV1
    function disputeTimeout() external view override returns (uint48) {
        return _currentTerms().disputeTimeout;
    }

    /// @inheritdoc ISessionEscrowV1
    function challengeBond() external view override returns (uint256) {
        return _currentTerms().challengeBond;
    }

    /// @inheritdoc ISessionEscrowV1
    function totalHeld() external view override returns (uint256) {
        return ledger.totalHeld;
    }

    /// @inheritdoc ISessionEscrowV1
    function owed(address account) external view override returns (uint256) {
        return accountOf[account].owed;
    }

    /// @inheritdoc ISessionEscrowV1
    function hostBasePrice(address host) public view override returns (uint256) {
        return priceOf[accountOf[host].priceId].amount; // price 0 is never written and reads zero
    }

    /// @inheritdoc ISessionEscrowV1
    function nextSlotId() external view override returns (uint256) {
        return uint256(ledger.slotCount) + 1;
    }

    /// @inheritdoc ISessionEscrowV1
    function nextBookingId() external view override returns (uint256) {
        return uint256(ledger.bookingCount) + 1;
    }

    /// @inheritdoc ISessionEscrowV1
    function nextRequestId() external view override returns (uint256) {
        return uint256(ledger.requestCount) + 1;
    }

    /// @inheritdoc ISessionEscrowV1
    function slotToBooking(uint256 slotId) external view override returns (uint256) {
        return slotOf[slotId].bookingId;
    }

    /// @inheritdoc ISessionEscrowV1
    function getSlot(uint256 slotId) public view override returns (SessionSlot memory) {
        Slot memory slot = slotOf[slotId];
        Price memory price = priceOf[slot.priceId];
        return SessionSlot({
            host: price.host,
            startTime: slot.startTime,
            durationMins: slot.durationMins,
            price: price.amount,
            graceMins: slot.graceMins,
            minOverlapMins: slot.minOverlapMins,
            cancelCutoffMins: slot.cancelCutoffMins,
            status: slot.status
        });
    }

    /// @inheritdoc ISessionEscrowV1
    function slots(uint256 slotId)
        external
        view
        override
        returns (
            address host,
            uint48 startTime,
            uint32 durationMins,
            uint256 price,
            uint32 graceMins,
            uint32 minOverlapMins,
            uint32 cancelCutoffMins,
            SessionSlotStatus status
        )
    {
        SessionSlot memory s = getSlot(slotId);
        return
            (s.host, s.startTime, s.durationMins, s.price, s.graceMins, s.minOverlapMins, s.cancelCutoffMins, s.status);
    }

    /// @inheritdoc ISessionEscrowV1
    function getBooking(uint256 bookingId) public view override returns (SessionBooking memory) {
        SessionBooking memory seen;
        Booking memory booking = bookingOf[bookingId];
        Slot memory slot = slotOf[booking.slotId];
        seen.slotId = booking.slotId;
        seen.guest = booking.guest;
        seen.amount = _amount(booking, slot);
        seen.status = booking.state.status();
        seen.oracleOutcome = booking.state.outcome();
        seen.metricsHash = metricsHashOf[bookingId];
        seen.attestedAt = booking.attestedAt;
        if (booking.attestedAt != 0) seen.finalizableAt = uint64(_finalizableAt(booking, slot));
        if (seen.status == SessionBookingStatus.Disputed) {
            seen.challenger = booking.state.isChallengedByHost() ? _host(slot) : booking.guest;
            seen.bondAmount = termsOf[booking.termsVersion].challengeBond;
            seen.disputedAt = slot.disputeTime;
        }
        return seen;
    }

    /// @inheritdoc ISessionEscrowV1
    function bookings(uint256 bookingId)
        external
        view
        override
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
        )
    {
        SessionBooking memory b = getBooking(bookingId);
        return (
            b.slotId,
            b.guest,
            b.amount,
            b.status,
            b.oracleOutcome,
            b.metricsHash,
            b.attestedAt,
            b.finalizableAt,
            b.challenger,
            b.bondAmount,
            b.disputedAt
        );
    }

    /// @inheritdoc ISessionEscrowV1
    function getBookingTerms(uint256 bookingId) public view override returns (BookingTerms memory) {
        Terms memory terms = termsOf[bookingOf[bookingId].termsVersion]; // version 0 is never written and reads zero
        return BookingTerms({
            feeBps: terms.feeBps,
            lateCancelPenaltyBps: terms.lateCancelPenaltyBps,
            challengeWindow: terms.challengeWindow,
            noAttestBuffer: terms.noAttestBuffer,
            disputeTimeout: terms.disputeTimeout,
            challengeBond: terms.challengeBond
        });
    }

    /// @inheritdoc ISessionEscrowV1
    function bookingTerms(uint256 bookingId)
        external
        view
        override
        returns (
            uint16 feeBps,
            uint16 lateCancelPenaltyBps,
            uint48 challengeWindow,
            uint48 noAttestBuffer,
            uint48 disputeTimeout,
            uint256 challengeBond
        )
    {
        BookingTerms memory t = getBookingTerms(bookingId);
        return
            (t.feeBps, t.lateCancelPenaltyBps, t.challengeWindow, t.noAttestBuffer, t.disputeTimeout, t.challengeBond);
    }

    /// @inheritdoc ISessionEscrowV1
    function getRequest(uint256 requestId) public view override returns (SessionRequest memory) {
        Request memory request = requestOf[requestId];
        return SessionRequest({
            hostTarget: request.hostTarget,
            guest: request.guest,
            windowStart: request.windowStart,
            windowEnd: request.windowEnd,
            durationMins: request.durationMins,
            amount: request.amount,
            expiry: request.expiry,
            status: request.status,
            slotId: request.slotId,
            bookingId: request.bookingId,
            host: _host(slotOf[request.slotId])
        });
    }

    /// @inheritdoc ISessionEscrowV1
    function requests(uint256 requestId)
        external
        view
        override
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
        )
    {
        SessionRequest memory r = getRequest(requestId);
        return (
            r.hostTarget,
            r.guest,
            r.windowStart,
            r.windowEnd,
            r.durationMins,
            r.amount,
            r.expiry,
            r.status,
            r.slotId,
            r.bookingId,
            r.host
        );
    }

    // ----------------------------------------------------------------------------------------------------- checks

    function _enter() private {
        check(!ledger.entered, "REENTRANCY");
        ledger.entered = true;
    }

    function _checkOwner() private view {
        check(msg.sender == owner, "NOT_OWNER");
    }

    function _checkAddress(address account) private pure {
        check(account != address(0), "BAD_ADDR");
    }

    function _checkFee(uint16 bps) private pure {
        check(bps <= MAX_FEE_BPS, "FEE_TOO_HIGH");
    }

    function _checkPenalty(uint16 bps) private pure {
        check(bps <= BPS, "PENALTY_TOO_HIGH");
    }

    function _checkBond(uint256 bond) private pure {
        check(bond > 0, "ZERO_BOND");
        _checkAmount(bond);
    }

    function _checkWindow(uint48 delay) private pure {
        check(delay <= MAX_CHALLENGE_WINDOW, "WINDOW_TOO_LARGE");
    }

    function _checkBuffer(uint48 delay) private pure {
        check(delay <= MAX_NO_ATTEST_BUFFER, "BUFFER_TOO_LARGE");
    }

    function _checkTimeout(uint48 delay) private pure {
        check(delay <= MAX_DISPUTE_TIMEOUT, "TIMEOUT_TOO_LARGE");
    }

    function _checkAmount(uint256 amount) private pure {
        check(amount <= type(uint96).max, "AMOUNT_TOO_LARGE");
    }

    function _checkDuration(uint32 durationMins) private pure {
        check(durationMins >= 1 && durationMins <= MAX_DURATION_MINS, "BAD_DURATION");
    }

    function _checkLead(uint48 startTime, bytes32 reason) private view {
        check(startTime > block.timestamp + MIN_LEAD, reason);
    }

    function _isAttestable(Outcome outcome) private pure returns (bool) {
        return outcome >= Outcome.Completed && outcome <= Outcome.NoShowGuest;
    }

    // ---------------------------------------------------------------------------------------------------- effects

    /// @dev A copy of the current terms under the next number; bookings that exist keep pointing to theirs.
    function _nextTerms() private returns (Terms storage next) {
        uint16 version = ledger.termsVersion;
        ledger.termsVersion = version + 1;
        next = termsOf[version + 1];
        termsOf[version + 1] = termsOf[version];
    }

    /// @dev The amount has been checked to fit.
    function _addPrice(uint256 amount) private returns (uint32 priceId) {
        priceId = ++priceCount;
        priceOf[priceId] = Price(msg.sender, uint96(amount));
    }

    /// @dev The duration has been checked; so each value that is narrowed here fits.
    function _addSlot(
        uint32 priceId,
        uint32 requestId,
        uint48 startTime,
        uint32 durationMins,
        uint32 graceMins,
        uint32 minOverlapMins,
        uint32 cancelCutoffMins
    ) private returns (uint256 slotId) {
        check(minOverlapMins <= durationMins, "BAD_OVERLAP");
        check(cancelCutoffMins <= MAX_CUTOFF_MINS, "BAD_CUTOFF");
        slotId = ++ledger.slotCount;
        slotOf[slotId] = Slot({
            priceId: priceId,
            bookingId: 0,
            requestId: requestId,
            startTime: startTime,
            disputeTime: 0,
            graceMins: graceMins,
            cancelCutoffMins: uint16(cancelCutoffMins),
            durationMins: uint8(durationMins),
            minOverlapMins: uint8(minOverlapMins),
            status: SessionSlotStatus.Open
        });
        emit SessionSlotCreated(slotId, msg.sender, startTime, durationMins, priceOf[priceId].amount);
    }

    /// @dev The slot exists, so its id is at most slotCount.
    function _addBooking(uint256 slotId, address guest, uint256 amount, bool fromRequest)
        private
        returns (uint256 bookingId)
    {
        uint32 id = ++ledger.bookingCount;
        bookingId = id;
        bookingOf[id] = Booking({
            guest: guest,
            slotId: uint32(slotId),
            attestedAt: 0,
            termsVersion: ledger.termsVersion,
            state: bookedState(fromRequest)
        });
        slotOf[slotId].bookingId = id;
        slotOf[slotId].status = SessionSlotStatus.Booked;
        emit SessionBooked(id, slotId, guest, amount);
    }

    /// @dev Who challenged wins the bond exactly if the outcome is no longer the oracle's.
    function _resolve(uint256 bookingId, Booking memory booking, Slot memory slot, Outcome outcome) private {
        bool challengerWins = outcome != booking.state.outcome();
        bool toHost = challengerWins == booking.state.isChallengedByHost();
        bookingOf[bookingId].state = booking.state.resolved(outcome);
        slotOf[booking.slotId].disputeTime = uint40(block.timestamp);
        _credit(toHost ? _host(slot) : booking.guest, termsOf[booking.termsVersion].challengeBond);
        emit Resolved(bookingId, outcome);
    }

    function _close(uint256 bookingId, SessionBookingStatus bookingStatus, SessionSlotStatus slotStatus) private {
        Booking storage booking = bookingOf[bookingId];
        booking.state = booking.state.withStatus(bookingStatus);
        slotOf[booking.slotId].status = slotStatus;
    }

    /// @dev Credits the host with an amount less the fee, and the treasury of this moment with the fee.
    function _payHost(uint256 amount, Booking memory booking, Slot memory slot)
        private
        returns (uint256 hostPaid, uint256 feePaid)
    {
        feePaid = shareDown(amount, termsOf[booking.termsVersion].feeBps);
        hostPaid = amount - feePaid;
        _credit(treasury, feePaid);
        _credit(_host(slot), hostPaid);
    }

    /// @dev What is credited stays in `totalHeld` until it is withdrawn.
    function _credit(address to, uint256 amount) private {
        if (amount == 0) return; // do not pay for a fresh word to say zero
        Account storage account = accountOf[to];
        account.owed += uint128(amount);
        account.used = true;
    }

    function _withdraw(address to) private guarded {
        // Check
        _checkAddress(to);
        Account storage account = accountOf[msg.sender];
        uint128 amount = account.owed;
        check(amount > 0, "NOTHING_OWED");

        // Effect
        account.owed = 0;
        ledger.totalHeld -= amount;

        // Interaction
        _push(to, amount);
        emit OwedWithdrawn(msg.sender, to, amount);
    }

    // ----------------------------------------------------------------------------------------------- interactions

    function _pull(uint256 amount) private {
        _callToken(abi.encodeCall(IERC20.transferFrom, (msg.sender, address(this), amount)));
    }

    function _push(address to, uint256 amount) private {
        _callToken(abi.encodeCall(IERC20.transfer, (to, amount)));
    }

    /// @dev Tokens that answer nothing are taken at their word, if there is code that could have reverted.
    function _callToken(bytes memory data) private {
        // A typed call would revert on a token that answers nothing.
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, bytes memory answer) = address(paymentToken).call(data);
        if (!done) {
            // The token's own reason, whatever its encoding: Solidity can only re-throw strings.
            // solhint-disable-next-line no-inline-assembly
            assembly ("memory-safe") {
                revert(add(answer, 0x20), mload(answer))
            }
        }
        bool accepted = answer.length == 0 ? address(paymentToken).code.length > 0 : abi.decode(answer, (bool));
        check(accepted, "TRANSFER_FAILED");
    }

    // -------------------------------------------------------------------------------------------------- derivation

    function _load(uint256 bookingId, SessionBookingStatus expected, bytes32 reason)
        private
        view
        returns (Booking memory booking, Slot memory slot)
    {
        booking = bookingOf[bookingId];
        check(booking.state.status() == expected, reason);
        slot = slotOf[booking.slotId];
    }

    function _currentTerms() private view returns (Terms storage) {
        return termsOf[ledger.termsVersion];
    }

    function _host(Slot memory slot) private view returns (address) {
        return priceOf[slot.priceId].host;
    }

    /// @dev A request's booking costs what was offered; any other, also a later one of the same slot, the slot's price.
    function _amount(Booking memory booking, Slot memory slot) private view returns (uint256) {
        return booking.state.isFromRequest() ? requestOf[slot.requestId].amount : priceOf[slot.priceId].amount;
    }

    function _end(Slot memory slot) private pure returns (uint256) {
        return slot.startTime + _seconds(slot.durationMins);
    }

    function _windowEnd(Booking memory booking) private view returns (uint256) {
        return uint256(booking.attestedAt) + termsOf[booking.termsVersion].challengeWindow;
    }

    /// @dev While a dispute is open its time says nothing about finalizing; once it is over, it says all.
    function _finalizableAt(Booking memory booking, Slot memory slot) private view returns (uint256) {
        bool isOver = slot.disputeTime != 0 && booking.state.status() != SessionBookingStatus.Disputed;
        return isOver ? slot.disputeTime : _windowEnd(booking);
    }

    function _seconds(uint256 mins) private pure returns (uint256) {
        return mins * 1 minutes;
    }
}
