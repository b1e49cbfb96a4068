// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

interface IERC20 {
    function balanceOf(address) external view returns (uint256);
    function transfer(address, uint256) external returns (bool);
    function transferFrom(address, address, uint256) external returns (bool);
}

contract SessionEscrowV1 {
    enum SessionSlotStatus { Open, Booked, Cancelled, Settled }
    enum SessionBookingStatus { None, Booked, Cancelled, Attested, Disputed, Resolved, Finalized }
    enum SessionRequestStatus { None, Open, Cancelled, Accepted }
    enum Outcome { None, Completed, NoShowHost, NoShowGuest, CancelledByHost, CancelledByGuest }

    struct SessionSlot { address host; uint48 startTime; uint32 durationMins; uint256 price; uint32 graceMins; uint32 minOverlapMins; uint32 cancelCutoffMins; SessionSlotStatus status; }
    struct SessionBooking { uint256 slotId; address guest; uint256 amount; SessionBookingStatus status; Outcome oracleOutcome; bytes32 metricsHash; uint64 attestedAt; uint64 finalizableAt; address challenger; uint256 bondAmount; uint64 disputedAt; }
    struct BookingTerms { uint16 feeBps; uint16 lateCancelPenaltyBps; uint48 challengeWindow; uint48 noAttestBuffer; uint48 disputeTimeout; uint256 challengeBond; }
    struct SessionRequest { address hostTarget; address guest; uint48 windowStart; uint48 windowEnd; uint32 durationMins; uint256 amount; uint48 expiry; SessionRequestStatus status; uint256 slotId; uint256 bookingId; address host; }

    event Attested(uint256 indexed bookingId, Outcome outcome, bytes32 metricsHash, uint64 finalizableAt);
    event ChallengeBondUpdated(uint256 oldChallengeBond, uint256 newChallengeBond);
    event ChallengeWindowUpdated(uint48 oldChallengeWindow, uint48 newChallengeWindow);
    event Challenged(uint256 indexed bookingId, address indexed challenger, uint256 bondAmount);
    event DisputeTimeoutUpdated(uint48 oldDisputeTimeout, uint48 newDisputeTimeout);
    event FeeBpsUpdated(uint16 oldFeeBps, uint16 newFeeBps);
    event Finalized(uint256 indexed bookingId, Outcome finalOutcome, uint256 hostPaid, uint256 guestRefund, uint256 feePaid);
    event HostBasePriceSet(address indexed host, uint256 price);
    event LateCancelPenaltyBpsUpdated(uint16 oldPenaltyBps, uint16 newPenaltyBps);
    event NativeSwept(uint256 amount);
    event NoAttestBufferUpdated(uint48 oldNoAttestBuffer, uint48 newNoAttestBuffer);
    event OracleUpdated(address indexed oldOracle, address indexed newOracle);
    event OwedWithdrawn(address indexed from, address indexed to, uint256 amount);
    event OwnershipTransferStarted(address indexed previousOwner, address indexed pendingOwner);
    event OwnershipTransferred(address indexed previousOwner, address indexed newOwner);
    event Resolved(uint256 indexed bookingId, Outcome finalOutcome);
    event SessionBooked(uint256 indexed bookingId, uint256 indexed slotId, address indexed guest, uint256 amount);
    event SessionBookingCancelled(uint256 indexed bookingId, Outcome reason, uint256 refund, uint256 penalty, uint256 hostPaid, uint256 feePaid);
    event SessionRequestAccepted(uint256 indexed requestId, address indexed host, uint256 slotId, uint256 bookingId, uint48 startTime);
    event SessionRequestCancelled(uint256 indexed requestId, uint256 refund);
    event SessionRequestCreated(uint256 indexed requestId, address indexed hostTarget, address indexed guest, uint48 windowStart, uint48 windowEnd, uint32 durationMins, uint256 amount, uint48 expiry);
    event SessionSlotCancelled(uint256 indexed slotId);
    event SessionSlotCreated(uint256 indexed slotId, address indexed host, uint48 startTime, uint32 durationMins, uint256 price);
    event TokenSwept(uint256 amount);
    event TreasuryUpdated(address indexed oldTreasury, address indexed newTreasury);
    event UnattestedRefunded(uint256 indexed bookingId, uint256 refund);

    uint256 public constant BPS = 10_000;
    uint48 public constant MAX_CHALLENGE_WINDOW = 30 days;
    uint48 public constant MAX_NO_ATTEST_BUFFER = 30 days;
    uint48 public constant MAX_DISPUTE_TIMEOUT = 180 days;

    address public immutable paymentToken;
    address public owner;
    address public pendingOwner;
    address public oracle;
    address public treasury;

    struct Terms { uint16 feeBps; uint16 penaltyBps; uint32 window; uint32 buffer; uint32 timeout; uint96 bond; }
    struct Price { address host; uint96 price; }
    struct Account { uint128 owed; uint32 priceId; bool touched; }
    struct Slot { uint32 priceId; uint48 start; uint8 duration; uint32 grace; uint8 overlap; uint16 cutoff; SessionSlotStatus status; uint32 bookingId; uint32 requestId; uint40 time2; }
    struct Booking { address guest; uint32 slotId; uint40 attestedAt; uint16 config; uint8 bits; }
    struct Request { address hostTarget; uint48 windowStart; uint48 windowEnd; address guest; uint96 amount; uint8 duration; uint48 expiry; SessionRequestStatus status; uint32 slotId; uint32 bookingId; }
    struct State { uint128 held; uint32 slots; uint32 bookings; uint32 requests; bool locked; uint16 config; }

    State private s;
    uint32 private prices_;
    mapping(uint256 => Terms) private terms;
    mapping(uint256 => Price) private priceOf;
    mapping(address => Account) private accounts;
    mapping(uint256 => Slot) private slot_;
    mapping(uint256 => Booking) private booking_;
    mapping(uint256 => bytes32) private hash_;
    mapping(uint256 => Request) private request_;

    modifier guarded() {
        require(!s.locked, "REENTRANCY");
        s.locked = true;
        _;
        s.locked = false;
    }
    modifier onlyOwner() { require(msg.sender == owner, "NOT_OWNER"); _; }

    constructor(address token, address oracle_, address treasury_, uint16 fee, uint48 window, uint256 bond, uint16 penalty, uint48 buffer, uint48 timeout) {
        require(token != address(0), "BAD_TOKEN");
        require(oracle_ != address(0) && treasury_ != address(0), "BAD_ADDR");
        paymentToken = token;
        oracle = oracle_;
        treasury = treasury_;
        owner = msg.sender;
        s.config = 1;
        terms[1] = _terms(fee, penalty, window, buffer, timeout, bond);
        emit OwnershipTransferred(address(0), msg.sender);
    }

    function _terms(uint16 fee, uint16 penalty, uint48 window, uint48 buffer, uint48 timeout, uint256 bond) private pure returns (Terms memory) {
        require(fee <= 2000, "FEE_TOO_HIGH");
        require(window <= MAX_CHALLENGE_WINDOW, "WINDOW_TOO_LARGE");
        require(bond > 0, "ZERO_BOND");
        require(bond < 2 ** 96, "AMOUNT_TOO_LARGE");
        require(penalty <= 10_000, "PENALTY_TOO_HIGH");
        require(buffer <= MAX_NO_ATTEST_BUFFER, "BUFFER_TOO_LARGE");
        require(timeout <= MAX_DISPUTE_TIMEOUT, "TIMEOUT_TOO_LARGE");
        return Terms(fee, penalty, uint32(window), uint32(buffer), uint32(timeout), uint96(bond));
    }

    function _now() private view returns (Terms storage) { return terms[s.config]; }
    function _push(uint16 fee, uint16 penalty, uint48 window, uint48 buffer, uint48 timeout, uint256 bond) private {
        terms[++s.config] = _terms(fee, penalty, window, buffer, timeout, bond);
    }

    function setFeeBps(uint16 v) external onlyOwner { Terms memory t = _now(); _push(v, t.penaltyBps, t.window, t.buffer, t.timeout, t.bond); emit FeeBpsUpdated(t.feeBps, v); }
    function setLateCancelPenaltyBps(uint16 v) external onlyOwner { Terms memory t = _now(); _push(t.feeBps, v, t.window, t.buffer, t.timeout, t.bond); emit LateCancelPenaltyBpsUpdated(t.penaltyBps, v); }
    function setChallengeWindow(uint48 v) external onlyOwner { Terms memory t = _now(); _push(t.feeBps, t.penaltyBps, v, t.buffer, t.timeout, t.bond); emit ChallengeWindowUpdated(t.window, v); }
    function setNoAttestBuffer(uint48 v) external onlyOwner { Terms memory t = _now(); _push(t.feeBps, t.penaltyBps, t.window, v, t.timeout, t.bond); emit NoAttestBufferUpdated(t.buffer, v); }
    function setDisputeTimeout(uint48 v) external onlyOwner { Terms memory t = _now(); _push(t.feeBps, t.penaltyBps, t.window, t.buffer, v, t.bond); emit DisputeTimeoutUpdated(t.timeout, v); }
    function setChallengeBond(uint256 v) external onlyOwner { Terms memory t = _now(); _push(t.feeBps, t.penaltyBps, t.window, t.buffer, t.timeout, v); emit ChallengeBondUpdated(t.bond, v); }
    function setOracle(address v) external onlyOwner { require(v != address(0), "BAD_ADDR"); emit OracleUpdated(oracle, v); oracle = v; }
    function setTreasury(address v) external onlyOwner { require(v != address(0), "BAD_ADDR"); emit TreasuryUpdated(treasury, v); treasury = v; }
    function transferOwnership(address v) external onlyOwner { require(v != address(0), "BAD_ADDR"); pendingOwner = v; emit OwnershipTransferStarted(owner, v); }
    function acceptOwnership() external { require(msg.sender == pendingOwner, "NOT_PENDING_OWNER"); emit OwnershipTransferred(owner, msg.sender); owner = msg.sender; pendingOwner = address(0); }

    // ---- reads
    function feeBps() external view returns (uint16) { return _now().feeBps; }
    function lateCancelPenaltyBps() external view returns (uint16) { return _now().penaltyBps; }
    function challengeWindow() external view returns (uint48) { return _now().window; }
    function noAttestBuffer() external view returns (uint48) { return _now().buffer; }
    function disputeTimeout() external view returns (uint48) { return _now().timeout; }
    function challengeBond() external view returns (uint256) { return _now().bond; }
    function totalHeld() external view returns (uint256) { return s.held; }
    function owed(address a) external view returns (uint256) { return accounts[a].owed; }
    function hostBasePrice(address h) public view returns (uint256) { return priceOf[accounts[h].priceId].price; }
    function nextSlotId() external view returns (uint256) { return uint256(s.slots) + 1; }
    function nextBookingId() external view returns (uint256) { return uint256(s.bookings) + 1; }
    function nextRequestId() external view returns (uint256) { return uint256(s.requests) + 1; }
    function slotToBooking(uint256 id) external view returns (uint256) { return slot_[id].bookingId; }

    function getSlot(uint256 id) public view returns (SessionSlot memory r) {
        Slot memory k = slot_[id];
        Price memory p = priceOf[k.priceId];
        r = SessionSlot(p.host, k.start, k.duration, p.price, k.grace, k.overlap, k.cutoff, k.status);
    }
    function slots(uint256 id) external view returns (address, uint48, uint32, uint256, uint32, uint32, uint32, SessionSlotStatus) {
        SessionSlot memory r = getSlot(id);
        return (r.host, r.startTime, r.durationMins, r.price, r.graceMins, r.minOverlapMins, r.cancelCutoffMins, r.status);
    }
    function getBookingTerms(uint256 id) public view returns (BookingTerms memory) {
        Terms memory t = terms[booking_[id].config];
        return BookingTerms(t.feeBps, t.penaltyBps, t.window, t.buffer, t.timeout, t.bond);
    }
    function bookingTerms(uint256 id) external view returns (uint16, uint16, uint48, uint48, uint48, uint256) {
        Terms memory t = terms[booking_[id].config];
        return (t.feeBps, t.penaltyBps, t.window, t.buffer, t.timeout, t.bond);
    }
    function getBooking(uint256 id) public view returns (SessionBooking memory r) {
        Booking memory b = booking_[id];
        Slot memory k = slot_[b.slotId];
        Terms memory t = terms[b.config];
        r.slotId = b.slotId;
        r.guest = b.guest;
        r.amount = _amount(b, k);
        r.status = _status(b);
        r.oracleOutcome = _outcome(b);
        r.metricsHash = hash_[id];
        r.attestedAt = b.attestedAt;
        if (r.status == SessionBookingStatus.Attested || r.status == SessionBookingStatus.Disputed) r.finalizableAt = uint64(b.attestedAt) + t.window;
        else if (b.attestedAt != 0) r.finalizableAt = k.time2 != 0 ? k.time2 : uint64(b.attestedAt) + t.window;
        if (r.status == SessionBookingStatus.Disputed) {
            r.challenger = b.bits & 128 != 0 ? priceOf[k.priceId].host : b.guest;
            r.bondAmount = t.bond;
            r.disputedAt = k.time2;
        }
    }
    function bookings(uint256 id) external view returns (uint256, address, uint256, SessionBookingStatus, Outcome, bytes32, uint64, uint64, address, uint256, uint64) {
        SessionBooking memory r = getBooking(id);
        return (r.slotId, r.guest, r.amount, r.status, r.oracleOutcome, r.metricsHash, r.attestedAt, r.finalizableAt, r.challenger, r.bondAmount, r.disputedAt);
    }
    function getRequest(uint256 id) public view returns (SessionRequest memory r) {
        Request memory q = request_[id];
        r = SessionRequest(q.hostTarget, q.guest, q.windowStart, q.windowEnd, q.duration, q.amount, q.expiry, q.status, q.slotId, q.bookingId, priceOf[slot_[q.slotId].priceId].host);
    }
    function requests(uint256 id) external view returns (address, address, uint48, uint48, uint32, uint256, uint48, SessionRequestStatus, uint256, uint256, address) {
        SessionRequest memory r = getRequest(id);
        return (r.hostTarget, r.guest, r.windowStart, r.windowEnd, r.durationMins, r.amount, r.expiry, r.status, r.slotId, r.bookingId, r.host);
    }

    // bits: 0-2 status, 3-5 outcome, 6 from request, 7 challenger is host
    function _status(Booking memory b) private pure returns (SessionBookingStatus) { return SessionBookingStatus(b.bits & 7); }
    function _outcome(Booking memory b) private pure returns (Outcome) { return Outcome((b.bits >> 3) & 7); }
    function _amount(Booking memory b, Slot memory k) private view returns (uint256) { return b.bits & 64 != 0 ? request_[k.requestId].amount : priceOf[k.priceId].price; }
    function _set(uint256 id, SessionBookingStatus st) private { Booking storage b = booking_[id]; b.bits = (b.bits & 248) | uint8(st); }
    function _credit(address to, uint256 v) private { if (v == 0) return; Account storage a = accounts[to]; a.owed += uint128(v); a.touched = true; }
    function _end(Slot memory k) private pure returns (uint256) { return uint256(k.start) + uint256(k.duration) * 60; }
    function _load(uint256 id, SessionBookingStatus want, string memory reason) private view returns (Booking memory b, Slot memory k) {
        b = booking_[id];
        require(_status(b) == want, reason);
        k = slot_[b.slotId];
    }
    function _host(Slot memory k) private view returns (address) { return priceOf[k.priceId].host; }
    function _pull(uint256 v) private {
        (bool ok, bytes memory r) = paymentToken.call(abi.encodeCall(IERC20.transferFrom, (msg.sender, address(this), v)));
        _check(ok, r);
    }
    function _pay(address to, uint256 v) private {
        (bool ok, bytes memory r) = paymentToken.call(abi.encodeCall(IERC20.transfer, (to, v)));
        _check(ok, r);
    }
    function _check(bool ok, bytes memory r) private view {
        if (!ok) assembly { revert(add(r, 32), mload(r)) }
        require(r.length == 0 ? paymentToken.code.length > 0 : abi.decode(r, (bool)), "TRANSFER_FAILED");
    }

    // ---- host
    function _price(address host, uint256 price) private returns (uint32 id) {
        require(price < 2 ** 96, "AMOUNT_TOO_LARGE");
        id = ++prices_;
        priceOf[id] = Price(host, uint96(price));
    }
    function setHostBasePrice(uint256 price) external {
        require(price > 0, "BAD_PRICE");
        accounts[msg.sender].priceId = _price(msg.sender, price);
        emit HostBasePriceSet(msg.sender, price);
    }
    function createSlot(uint48 startTime, uint32 durationMins, uint32 graceMins, uint32 minOverlapMins, uint32 cancelCutoffMins) external returns (uint256) {
        uint32 p = accounts[msg.sender].priceId;
        require(p != 0, "NO_BASE_PRICE");
        require(startTime > block.timestamp + 60, "START_TOO_SOON");
        require(durationMins >= 1 && durationMins <= 240, "BAD_DURATION");
        return _slot(p, startTime, durationMins, graceMins, minOverlapMins, cancelCutoffMins, 0);
    }
    function _slot(uint32 p, uint48 startTime, uint32 durationMins, uint32 graceMins, uint32 minOverlapMins, uint32 cancelCutoffMins, uint32 requestId) private returns (uint32 id) {
        require(minOverlapMins <= durationMins, "BAD_OVERLAP");
        require(cancelCutoffMins <= 10_080, "BAD_CUTOFF");
        id = ++s.slots;
        slot_[id] = Slot(p, startTime, uint8(durationMins), graceMins, uint8(minOverlapMins), uint16(cancelCutoffMins), SessionSlotStatus.Open, 0, requestId, 0);
        emit SessionSlotCreated(id, priceOf[p].host, startTime, durationMins, priceOf[p].price);
    }
    function cancelSlot(uint256 id) external {
        Slot storage k = slot_[id];
        require(_host(k) == msg.sender, "NOT_HOST");
        require(k.status == SessionSlotStatus.Open, "NOT_OPEN");
        k.status = SessionSlotStatus.Cancelled;
        emit SessionSlotCancelled(id);
    }

    // ---- booking
    function _book(uint32 slotId, address guest, uint256 amount, bool fromRequest) private returns (uint32 id) {
        id = ++s.bookings;
        booking_[id] = Booking(guest, slotId, 0, s.config, uint8(SessionBookingStatus.Booked) | (fromRequest ? 64 : 0));
        slot_[slotId].status = SessionSlotStatus.Booked;
        slot_[slotId].bookingId = id;
        emit SessionBooked(id, slotId, guest, amount);
    }
    function book(uint256 slotId) external guarded returns (uint256 id) {
        Slot memory k = slot_[slotId];
        require(k.status == SessionSlotStatus.Open, "NOT_AVAILABLE");
        require(k.start > block.timestamp + 60, "TOO_LATE");
        require(k.bookingId == 0, "ALREADY_BOOKED");
        Price memory p = priceOf[k.priceId];
        require(p.host != msg.sender, "HOST_CANNOT_BOOK");
        id = _book(uint32(slotId), msg.sender, p.price, false);
        s.held += p.price;
        _pull(p.price);
    }
    function createRequest(address hostTarget, uint48 windowStart, uint48 windowEnd, uint32 durationMins, uint256 amount, uint48 expiry) external guarded returns (uint256 id) {
        require(amount > 0, "BAD_AMOUNT");
        require(durationMins >= 1 && durationMins <= 240, "BAD_DURATION");
        require(windowStart > block.timestamp + 60, "START_TOO_SOON");
        require(windowEnd >= windowStart, "BAD_WINDOW");
        require(expiry > block.timestamp, "EXPIRED");
        require(expiry <= windowEnd, "BAD_EXPIRY");
        require(amount >= hostBasePrice(hostTarget), "LOW_OFFER");
        require(amount < 2 ** 96, "AMOUNT_TOO_LARGE");
        id = ++s.requests;
        request_[id] = Request(hostTarget, windowStart, windowEnd, msg.sender, uint96(amount), uint8(durationMins), expiry, SessionRequestStatus.Open, 0, 0);
        s.held += uint96(amount);
        _pull(amount);
        emit SessionRequestCreated(id, hostTarget, msg.sender, windowStart, windowEnd, durationMins, amount, expiry);
    }
    function cancelRequest(uint256 id) external guarded {
        Request storage q = request_[id];
        require(q.status == SessionRequestStatus.Open, "NOT_OPEN");
        require(q.guest == msg.sender, "NOT_GUEST");
        q.status = SessionRequestStatus.Cancelled;
        _credit(msg.sender, q.amount);
        emit SessionRequestCancelled(id, q.amount);
    }
    function acceptRequest(uint256 id, uint48 startTime, uint32 graceMins, uint32 minOverlapMins, uint32 cancelCutoffMins) external guarded returns (uint256 slotId, uint256 bookingId) {
        Request storage q = request_[id];
        require(q.status == SessionRequestStatus.Open, "NOT_OPEN");
        require(block.timestamp <= q.expiry, "EXPIRED");
        require(q.guest != msg.sender, "GUEST_CANNOT_ACCEPT");
        require(q.hostTarget == address(0) || q.hostTarget == msg.sender, "NOT_HOST");
        uint32 p = accounts[msg.sender].priceId;
        require(q.amount >= priceOf[p].price, "LOW_OFFER");
        require(q.windowStart <= startTime && startTime <= q.windowEnd, "BAD_TIME");
        require(startTime > block.timestamp + 60, "START_TOO_SOON");
        if (p == 0) p = _price(msg.sender, q.amount);
        slotId = _slot(p, startTime, q.duration, graceMins, minOverlapMins, cancelCutoffMins, uint32(id));
        bookingId = _book(uint32(slotId), q.guest, q.amount, true);
        q.status = SessionRequestStatus.Accepted;
        q.slotId = uint32(slotId);
        q.bookingId = uint32(bookingId);
        emit SessionRequestAccepted(id, msg.sender, slotId, bookingId, startTime);
    }
    function cancelBookingAsGuest(uint256 id) external guarded {
        (Booking memory b, Slot memory k) = _load(id, SessionBookingStatus.Booked, "NOT_BOOKED");
        require(b.guest == msg.sender, "NOT_GUEST");
        require(block.timestamp < k.start, "ALREADY_STARTED");
        uint256 amount = _amount(b, k);
        _set(id, SessionBookingStatus.Cancelled);
        if (block.timestamp + uint256(k.cutoff) * 60 <= k.start) {
            slot_[b.slotId].status = SessionSlotStatus.Open;
            slot_[b.slotId].bookingId = 0;
            _credit(b.guest, amount);
            emit SessionBookingCancelled(id, Outcome.CancelledByGuest, amount, 0, 0, 0);
            return;
        }
        Terms memory t = terms[b.config];
        uint256 penalty = (amount * t.penaltyBps) / BPS;
        uint256 fee = (penalty * t.feeBps) / BPS;
        slot_[b.slotId].status = SessionSlotStatus.Settled;
        _credit(b.guest, amount - penalty);
        _credit(treasury, fee);
        _credit(_host(k), penalty - fee);
        emit SessionBookingCancelled(id, Outcome.CancelledByGuest, amount - penalty, penalty, penalty - fee, fee);
    }
    function cancelBookingAsHost(uint256 id) external guarded {
        (Booking memory b, Slot memory k) = _load(id, SessionBookingStatus.Booked, "NOT_BOOKED");
        require(_host(k) == msg.sender, "NOT_HOST");
        require(block.timestamp < k.start, "ALREADY_STARTED");
        uint256 amount = _amount(b, k);
        _set(id, SessionBookingStatus.Cancelled);
        slot_[b.slotId].status = SessionSlotStatus.Cancelled;
        slot_[b.slotId].bookingId = 0;
        _credit(b.guest, amount);
        emit SessionBookingCancelled(id, Outcome.CancelledByHost, amount, 0, 0, 0);
    }

    // ---- outcome
    function attest(uint256 id, Outcome outcome, bytes32 metricsHash) external {
        require(msg.sender == oracle, "NOT_ORACLE");
        (Booking memory b, Slot memory k) = _load(id, SessionBookingStatus.Booked, "NOT_BOOKED");
        require(outcome != Outcome.None, "BAD_OUTCOME");
        require(outcome <= Outcome.NoShowGuest, "BAD_ATTEST_OUTCOME");
        if (outcome == Outcome.Completed) {
            require(block.timestamp >= uint256(k.start) + uint256(k.overlap) * 60, "OVERLAP_NOT_MET");
            require(block.timestamp <= _end(k) + 2 hours, "TOO_LATE");
        } else {
            uint256 g = uint256(k.start) + uint256(k.grace) * 60;
            require(block.timestamp >= g, "GRACE_NOT_OVER");
            require(block.timestamp <= g + uint256(k.duration) * 60, "NO_SHOW_TOO_LATE");
        }
        Booking storage w = booking_[id];
        w.bits = (b.bits & 192) | uint8(SessionBookingStatus.Attested) | (uint8(outcome) << 3);
        w.attestedAt = uint40(block.timestamp);
        hash_[id] = metricsHash;
        emit Attested(id, outcome, metricsHash, uint64(block.timestamp) + terms[b.config].window);
    }
    function claimIfUnattested(uint256 id) external guarded {
        (Booking memory b, Slot memory k) = _load(id, SessionBookingStatus.Booked, "NOT_BOOKED");
        require(msg.sender == b.guest || msg.sender == _host(k), "NOT_PARTY");
        require(block.timestamp >= _end(k) + terms[b.config].buffer, "TOO_EARLY");
        uint256 amount = _amount(b, k);
        _set(id, SessionBookingStatus.Finalized);
        slot_[b.slotId].status = SessionSlotStatus.Cancelled;
        _credit(b.guest, amount);
        emit UnattestedRefunded(id, amount);
    }
    function challenge(uint256 id) external guarded {
        (Booking memory b, Slot memory k) = _load(id, SessionBookingStatus.Attested, "NOT_ATTESTED");
        Terms memory t = terms[b.config];
        require(block.timestamp < uint256(b.attestedAt) + t.window, "WINDOW_OVER");
        bool byHost = msg.sender == _host(k);
        require(byHost || msg.sender == b.guest, "NOT_PARTY");
        booking_[id].bits = (b.bits & 0x78) | uint8(SessionBookingStatus.Disputed) | (byHost ? 128 : 0);
        slot_[b.slotId].time2 = uint40(block.timestamp);
        s.held += t.bond;
        _pull(t.bond);
        emit Challenged(id, msg.sender, t.bond);
    }
    function resolveDispute(uint256 id, Outcome outcome) external guarded onlyOwner {
        (Booking memory b, Slot memory k) = _load(id, SessionBookingStatus.Disputed, "NOT_DISPUTED");
        require(outcome != Outcome.None && outcome <= Outcome.NoShowGuest, "BAD_OUTCOME");
        _resolve(id, b, k, outcome, outcome != _outcome(b));
    }
    function finalizeDisputeByTimeout(uint256 id) external guarded {
        (Booking memory b, Slot memory k) = _load(id, SessionBookingStatus.Disputed, "NOT_DISPUTED");
        require(block.timestamp >= uint256(k.time2) + terms[b.config].timeout, "TOO_EARLY");
        _resolve(id, b, k, _outcome(b), false);
    }
    function _resolve(uint256 id, Booking memory b, Slot memory k, Outcome outcome, bool challengerWins) private {
        bool byHost = b.bits & 128 != 0;
        booking_[id].bits = (b.bits & 64) | uint8(SessionBookingStatus.Resolved) | (uint8(outcome) << 3);
        slot_[b.slotId].time2 = uint40(block.timestamp);
        _credit(byHost == challengerWins ? _host(k) : b.guest, terms[b.config].bond);
        emit Resolved(id, outcome);
    }
    function finalize(uint256 id) external guarded {
        Booking memory b = booking_[id];
        Slot memory k = slot_[b.slotId];
        bool attested = _status(b) == SessionBookingStatus.Attested;
        require(attested || _status(b) == SessionBookingStatus.Resolved, "NOT_FINALIZABLE");
        Terms memory t = terms[b.config];
        require(block.timestamp >= (attested ? uint256(b.attestedAt) + t.window : k.time2), "TOO_EARLY");
        uint256 amount = _amount(b, k);
        _set(id, SessionBookingStatus.Finalized);
        slot_[b.slotId].status = SessionSlotStatus.Settled;
        if (_outcome(b) == Outcome.NoShowHost) {
            _credit(b.guest, amount);
            emit Finalized(id, _outcome(b), 0, amount, 0);
        } else {
            uint256 fee = (amount * t.feeBps) / BPS;
            _credit(treasury, fee);
            _credit(_host(k), amount - fee);
            emit Finalized(id, _outcome(b), amount - fee, 0, fee);
        }
    }
    function withdrawOwed() external guarded { _withdraw(msg.sender); }
    function withdrawOwed(address to) external guarded { _withdraw(to); }
    function _withdraw(address to) private {
        require(to != address(0), "BAD_ADDR");
        uint128 v = accounts[msg.sender].owed;
        require(v > 0, "NOTHING_OWED");
        accounts[msg.sender].owed = 0;
        s.held -= v;
        _pay(to, v);
        emit OwedWithdrawn(msg.sender, to, v);
    }
    function sweepTokenExcess() external guarded {
        uint256 v = IERC20(paymentToken).balanceOf(address(this)) - s.held;
        if (v > 0) _pay(treasury, v);
        emit TokenSwept(v);
    }
    function sweepNative() external guarded {
        uint256 v = address(this).balance;
        if (v > 0) { (bool ok,) = treasury.call{value: v}(""); require(ok, "NATIVE_SEND_FAILED"); }
        emit NativeSwept(v);
    }
    receive() external payable { revert("NO_DIRECT_ETH"); }
}
