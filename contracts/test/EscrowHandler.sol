// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {Test} from "forge-std/Test.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";
import {ITip20} from "./ITip20.sol";

/// @notice Plays everybody: each function is a step with arguments drawn at random and bent so that it often succeeds.
/// A step that the escrow refuses changes nothing. Around every step it holds what may not change.
contract EscrowHandler is Test {
    uint256 internal constant PURSE = 1e18;

    ISessionEscrowV1 internal immutable escrow;
    ITip20 internal immutable token;
    address internal immutable owner;
    address internal immutable oracle;
    address[] internal people;

    uint256 public minted;
    uint256 public steps;
    mapping(ISessionEscrowV1.SessionBookingStatus => uint256) public reached;

    mapping(uint256 bookingId => bytes32) internal fixedPart;
    mapping(uint256 bookingId => bytes32) internal attestedPart;
    mapping(uint256 bookingId => ISessionEscrowV1.SessionBookingStatus) internal lastStatus;
    mapping(uint256 requestId => ISessionEscrowV1.SessionRequestStatus) internal lastRequest;
    mapping(uint256 slotId => ISessionEscrowV1.SessionSlotStatus) internal lastSlot;
    mapping(address => uint256) internal lastOwed;
    address internal withdrawing;

    constructor(ISessionEscrowV1 escrow_, ITip20 token_, address owner_, address oracle_, address treasury) {
        escrow = escrow_;
        token = token_;
        owner = owner_;
        oracle = oracle_;
        people = [
            makeAddr("host 1"),
            makeAddr("host 2"),
            makeAddr("guest 1"),
            makeAddr("guest 2"),
            makeAddr("guest 3"),
            treasury
        ];
    }

    function fundEverybody() external {
        for (uint256 i = 0; i < people.length; ++i) {
            token.mint(people[i], PURSE);
            minted += PURSE;
            vm.startPrank(people[i]);
            token.approve(address(escrow), type(uint256).max);
            if (i < 2) escrow.setHostBasePrice(10_000_019 * (i + 1));
            vm.stopPrank();
        }
    }

    /// @dev Sends a call, which may be refused, and then holds what may not change.
    function step(address by, bytes memory data) private {
        vm.prank(by);
        (bool done,) = address(escrow).call(data);
        if (done) ++steps;
        checkHistory();
        withdrawing = address(0);
    }

    // ----------------------------------------------------------------------------------------------------- people

    function setPrice(uint256 who, uint256 price) external {
        step(person(who), abi.encodeCall(ISessionEscrowV1.setHostBasePrice, (_bound(price, 0, 1e9))));
    }

    function createSlot(uint256 who, uint256 lead, uint256 duration, uint256 grace, uint256 overlap, uint256 cutoff)
        external
    {
        uint256 mins = _bound(duration, 1, 240);
        bytes memory data = abi.encodeCall(
            ISessionEscrowV1.createSlot,
            (
                uint48(block.timestamp + _bound(lead, 61, 5 hours)),
                uint32(mins),
                uint32(_bound(grace, 0, 60)),
                uint32(_bound(overlap, 0, mins)),
                uint32(_bound(cutoff, 0, 300))
            )
        );
        step(host(who), data);
        if (who % 4 != 0) {
            step(people[2 + cutoff % 3], abi.encodeCall(ISessionEscrowV1.book, (escrow.nextSlotId() - 1)));
        }
    }

    function cancelSlot(uint256 id) external {
        uint256 slotId = pick(id, escrow.nextSlotId());
        step(escrow.getSlot(slotId).host, abi.encodeCall(ISessionEscrowV1.cancelSlot, (slotId)));
    }

    function book(uint256 who, uint256 id) external {
        step(person(who), abi.encodeCall(ISessionEscrowV1.book, (pick(id, escrow.nextSlotId()))));
    }

    function cancelAsGuest(uint256 id) external {
        uint256 bookingId = bookingIn(ISessionEscrowV1.SessionBookingStatus.Booked, id);
        step(guestOf(bookingId), abi.encodeCall(ISessionEscrowV1.cancelBookingAsGuest, (bookingId)));
    }

    function cancelAsHost(uint256 id) external {
        uint256 bookingId = bookingIn(ISessionEscrowV1.SessionBookingStatus.Booked, id);
        step(hostOf(bookingId), abi.encodeCall(ISessionEscrowV1.cancelBookingAsHost, (bookingId)));
    }

    function createRequest(uint256 who, uint256 target, uint256 lead, uint256 amount, uint256 duration) external {
        uint48 start = uint48(block.timestamp + _bound(lead, 61, 5 hours));
        address to = target % 3 == 0 ? address(0) : host(target);
        bytes memory data = abi.encodeCall(
            ISessionEscrowV1.createRequest,
            (to, start, start + 1 hours, uint32(_bound(duration, 1, 240)), _bound(amount, 1, 1e9), start)
        );
        step(person(who), data);
    }

    function cancelRequest(uint256 id) external {
        uint256 requestId = pick(id, escrow.nextRequestId());
        step(escrow.getRequest(requestId).guest, abi.encodeCall(ISessionEscrowV1.cancelRequest, (requestId)));
    }

    function acceptRequest(uint256 who, uint256 id, uint256 late, uint256 grace, uint256 cutoff) external {
        uint256 requestId = pick(id, escrow.nextRequestId());
        ISessionEscrowV1.SessionRequest memory r = escrow.getRequest(requestId);
        address by = r.hostTarget == address(0) ? person(who) : r.hostTarget;
        uint48 start = r.windowStart + uint48(_bound(late, 0, 1 hours));
        bytes memory data = abi.encodeCall(
            ISessionEscrowV1.acceptRequest,
            (requestId, start, uint32(_bound(grace, 0, 60)), r.durationMins, uint32(_bound(cutoff, 0, 300)))
        );
        step(by, data);
    }

    function challenge(uint256 id, bool byHost) external {
        uint256 bookingId = bookingIn(ISessionEscrowV1.SessionBookingStatus.Attested, id);
        address by = byHost ? hostOf(bookingId) : guestOf(bookingId);
        step(by, abi.encodeCall(ISessionEscrowV1.challenge, (bookingId)));
    }

    function claim(uint256 id, bool byHost) external {
        uint256 bookingId = bookingIn(ISessionEscrowV1.SessionBookingStatus.Booked, id);
        address by = byHost ? hostOf(bookingId) : guestOf(bookingId);
        step(by, abi.encodeCall(ISessionEscrowV1.claimIfUnattested, (bookingId)));
    }

    function withdraw(uint256 who, uint256 to) external {
        withdrawing = person(who);
        step(withdrawing, abi.encodeWithSignature("withdrawOwed(address)", person(to)));
    }

    // --------------------------------------------------------------------------------------- oracle, owner, anyone

    /// @dev Goes to a second in the outcome's window first, if that is ahead.
    function attest(uint256 id, uint256 kind, uint256 when) external {
        uint256 bookingId = bookingIn(ISessionEscrowV1.SessionBookingStatus.Booked, id);
        ISessionEscrowV1.SessionSlot memory s = escrow.getSlot(escrow.getBooking(bookingId).slotId);
        ISessionEscrowV1.Outcome outcome = ISessionEscrowV1.Outcome(_bound(kind, 1, 3));
        uint256 first =
            s.startTime + (outcome == ISessionEscrowV1.Outcome.Completed ? s.minOverlapMins : s.graceMins) * 60;
        uint256 time = first + _bound(when, 0, s.durationMins * 60);
        if (time > block.timestamp) vm.warp(time);
        step(oracle, abi.encodeCall(ISessionEscrowV1.attest, (bookingId, outcome, keccak256(abi.encode(when)))));
    }

    function resolve(uint256 id, uint256 kind) external {
        ISessionEscrowV1.Outcome outcome = ISessionEscrowV1.Outcome(_bound(kind, 1, 3));
        uint256 bookingId = bookingIn(ISessionEscrowV1.SessionBookingStatus.Disputed, id);
        step(owner, abi.encodeCall(ISessionEscrowV1.resolveDispute, (bookingId, outcome)));
    }

    function configure(uint256 which, uint256 value) external {
        bytes[6] memory calls = [
            abi.encodeCall(ISessionEscrowV1.setFeeBps, (uint16(_bound(value, 0, 2_000)))),
            abi.encodeCall(ISessionEscrowV1.setLateCancelPenaltyBps, (uint16(_bound(value, 0, 10_000)))),
            abi.encodeCall(ISessionEscrowV1.setChallengeWindow, (uint48(_bound(value, 0, 1 days)))),
            abi.encodeCall(ISessionEscrowV1.setNoAttestBuffer, (uint48(_bound(value, 0, 1 days)))),
            abi.encodeCall(ISessionEscrowV1.setDisputeTimeout, (uint48(_bound(value, 0, 1 days)))),
            abi.encodeCall(ISessionEscrowV1.setChallengeBond, (_bound(value, 1, 1e9)))
        ];
        step(owner, calls[which % calls.length]);
    }

    function setTreasury(uint256 who) external {
        step(owner, abi.encodeCall(ISessionEscrowV1.setTreasury, (people[who % people.length])));
    }

    // ------------------------------------------------------------------------------------- what must not be possible

    /// @dev Somebody who is no party, oracle or owner tries everything that is not for everybody. Each call takes an id,
    /// or an address, first; what it does not take is ignored.
    function intrude(uint256 which, uint256 id) external {
        bytes4[9] memory selectors = [
            ISessionEscrowV1.cancelSlot.selector,
            ISessionEscrowV1.cancelRequest.selector,
            ISessionEscrowV1.cancelBookingAsGuest.selector,
            ISessionEscrowV1.cancelBookingAsHost.selector,
            ISessionEscrowV1.attest.selector,
            ISessionEscrowV1.challenge.selector,
            ISessionEscrowV1.claimIfUnattested.selector,
            ISessionEscrowV1.resolveDispute.selector,
            ISessionEscrowV1.setTreasury.selector
        ];
        bytes4 selector = selectors[which % selectors.length];
        (bool done,) = address(escrow).call(abi.encodeWithSelector(selector, 1 + id % 8, 1, id));
        require(!done, "a stranger got through");
        checkHistory();
    }

    /// @dev A paused token stops the withdrawal and loses nothing of what is owed.
    function withdrawWhilePaused(uint256 who) external {
        address by = person(who);
        token.pause();
        vm.prank(by);
        (bool done,) = address(escrow).call(abi.encodeWithSignature("withdrawOwed()"));
        token.unpause();
        require(!done, "paid out a paused token");
        checkHistory();
    }

    function timeOut(uint256 id) external {
        uint256 bookingId = bookingIn(ISessionEscrowV1.SessionBookingStatus.Disputed, id);
        step(address(this), abi.encodeCall(ISessionEscrowV1.finalizeDisputeByTimeout, (bookingId)));
    }

    function finalize(uint256 id) external {
        ISessionEscrowV1.SessionBookingStatus from = id % 2 == 0
            ? ISessionEscrowV1.SessionBookingStatus.Attested
            : ISessionEscrowV1.SessionBookingStatus.Resolved;
        step(address(this), abi.encodeCall(ISessionEscrowV1.finalize, (bookingIn(from, id))));
    }

    function sweep(uint256 gift) external {
        uint256 amount = _bound(gift, 0, 1e6);
        minted += amount;
        token.mint(address(escrow), amount);
        step(address(this), abi.encodeCall(ISessionEscrowV1.sweepTokenExcess, ()));
    }

    function wait_(uint256 duration) external {
        vm.warp(block.timestamp + _bound(duration, 1, 3 hours));
    }

    // ------------------------------------------------------------------------------------------------ what there is

    /// @dev Amounts of bookings that are not yet credited, and bonds in dispute.
    function liveBookings() external view returns (uint256 sum) {
        for (uint256 id = 1; id < escrow.nextBookingId(); ++id) {
            ISessionEscrowV1.SessionBooking memory b = escrow.getBooking(id);
            if (isLive(b.status)) sum += b.amount + b.bondAmount;
        }
    }

    function isLive(ISessionEscrowV1.SessionBookingStatus status) public pure returns (bool) {
        return status == ISessionEscrowV1.SessionBookingStatus.Booked
            || status == ISessionEscrowV1.SessionBookingStatus.Attested
            || status == ISessionEscrowV1.SessionBookingStatus.Disputed
            || status == ISessionEscrowV1.SessionBookingStatus.Resolved;
    }

    function openRequests() external view returns (uint256 sum) {
        for (uint256 id = 1; id < escrow.nextRequestId(); ++id) {
            ISessionEscrowV1.SessionRequest memory r = escrow.getRequest(id);
            if (r.status == ISessionEscrowV1.SessionRequestStatus.Open) sum += r.amount;
        }
    }

    function allOwed() external view returns (uint256 sum) {
        for (uint256 i = 0; i < people.length; ++i) {
            sum += escrow.owed(people[i]);
        }
    }

    function allBalances() external view returns (uint256 sum) {
        for (uint256 i = 0; i < people.length; ++i) {
            sum += token.balanceOf(people[i]);
        }
    }

    // -------------------------------------------------------------------------------------------- what may not change

    function checkHistory() private {
        for (uint256 id = 1; id < escrow.nextBookingId(); ++id) {
            checkBooking(id);
        }
        for (uint256 id = 1; id < escrow.nextRequestId(); ++id) {
            ISessionEscrowV1.SessionRequestStatus next = escrow.getRequest(id).status;
            ISessionEscrowV1.SessionRequestStatus last = lastRequest[id];
            require(next == last || last <= ISessionEscrowV1.SessionRequestStatus.Open, "request moved");
            lastRequest[id] = next;
        }
        for (uint256 id = 1; id < escrow.nextSlotId(); ++id) {
            ISessionEscrowV1.SessionSlotStatus next = escrow.getSlot(id).status;
            ISessionEscrowV1.SessionSlotStatus last = lastSlot[id];
            require(next == last || last <= ISessionEscrowV1.SessionSlotStatus.Booked, "slot moved");
            lastSlot[id] = next;
        }
        for (uint256 i = 0; i < people.length; ++i) {
            uint256 now_ = escrow.owed(people[i]);
            require(now_ >= lastOwed[people[i]] || people[i] == withdrawing, "owed fell");
            lastOwed[people[i]] = now_;
        }
    }

    function checkBooking(uint256 id) private {
        ISessionEscrowV1.SessionBooking memory b = escrow.getBooking(id);
        bytes32 kept = keccak256(abi.encode(b.slotId, b.guest, b.amount, escrow.getBookingTerms(id)));
        require(fixedPart[id] == 0 || fixedPart[id] == kept, "terms, slot, guest or amount changed");
        fixedPart[id] = kept;
        bytes32 attestation = b.attestedAt == 0 ? bytes32(0) : keccak256(abi.encode(b.attestedAt, b.metricsHash));
        require(attestedPart[id] == 0 || attestedPart[id] == attestation, "attestation changed");
        attestedPart[id] = attestation;
        require(isAllowed(lastStatus[id], b.status), "forbidden transition");
        if (lastStatus[id] != b.status) ++reached[b.status];
        lastStatus[id] = b.status;
    }

    function isAllowed(ISessionEscrowV1.SessionBookingStatus from, ISessionEscrowV1.SessionBookingStatus to)
        private
        pure
        returns (bool)
    {
        if (from == to) return true;
        string[7] memory next = ["1", "236", "", "46", "5", "6", ""];
        bytes memory allowed = bytes(next[uint8(from)]);
        for (uint256 i = 0; i < allowed.length; ++i) {
            if (uint8(allowed[i]) - 48 == uint8(to)) return true;
        }
        return false;
    }

    function person(uint256 seed) private view returns (address) {
        return people[seed % 5];
    }

    function host(uint256 seed) private view returns (address) {
        return people[seed % 2];
    }

    function guestOf(uint256 bookingId) private view returns (address) {
        return escrow.getBooking(bookingId).guest;
    }

    function hostOf(uint256 bookingId) private view returns (address) {
        return escrow.getSlot(escrow.getBooking(bookingId).slotId).host;
    }

    /// @dev A booking of that status, if there is one; else any.
    function bookingIn(ISessionEscrowV1.SessionBookingStatus status, uint256 seed) private view returns (uint256) {
        uint256 count = escrow.nextBookingId() - 1;
        for (uint256 i = 0; i < count; ++i) {
            uint256 id = 1 + (seed % count + i) % count;
            if (escrow.getBooking(id).status == status) return id;
        }
        return pick(seed, count + 1);
    }

    /// @dev One of the last eight ids, so that steps meet; 1 if there is none yet.
    function pick(uint256 seed, uint256 next) private pure returns (uint256) {
        uint256 count = next - 1;
        if (count == 0) return 1;
        uint256 span = count < 8 ? count : 8;
        return count - seed % span;
    }
}
