// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {EscrowTest} from "./EscrowTest.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";

/// @notice Whatever the slot and the delays: each step is taken exactly in its window, and at every second one of two steps
/// that exclude each other is possible.
contract TimesTest is EscrowTest {
    struct Minutes {
        uint8 duration;
        uint8 overlap;
        uint16 grace;
        uint16 cutoff;
    }

    function bookedFor(Minutes memory m) private returns (uint256 bookingId) {
        m.duration = uint8(_bound(m.duration, 1, 240));
        m.overlap = uint8(_bound(m.overlap, 0, m.duration));
        m.grace = uint16(_bound(m.grace, 0, 600));
        m.cutoff = uint16(_bound(m.cutoff, 0, 10_080));
        vm.prank(host);
        uint256 slotId = escrow.createSlot(START, m.duration, m.grace, m.overlap, m.cutoff);
        vm.prank(guest);
        return escrow.book(slotId);
    }

    function set(bytes4 setter, uint256 value) private {
        vm.prank(owner);
        (bool done,) = address(escrow).call(abi.encodeWithSelector(setter, value));
        assertTrue(done);
    }

    /// @dev Draws a time from the whole range, or within two seconds of the edge: a second off would else go unseen.
    function near(uint256 time, uint256 edge, uint256 range) private pure returns (uint256) {
        return time % 2 == 0 ? _bound(time, edge - 2, edge + 2) : _bound(time, NOW, NOW + range);
    }

    function can(address by, bytes memory data) private returns (bool done) {
        uint256 before = vm.snapshotState();
        vm.prank(by);
        (done,) = address(escrow).call(data);
        vm.revertToState(before);
    }

    function testFuzz_anAttestationIsTakenExactlyInItsWindow(Minutes memory m, uint8 kind, uint256 time, bool atTheEnd)
        public
    {
        uint256 bookingId = bookedFor(m);
        ISessionEscrowV1.Outcome outcome = ISessionEscrowV1.Outcome(_bound(kind, 1, 3));
        bool completed = outcome == ISessionEscrowV1.Outcome.Completed;
        uint256 first = START + uint256(completed ? m.overlap : m.grace) * 60;
        uint256 last = completed ? START + uint256(m.duration) * 60 + 2 hours : first + uint256(m.duration) * 60;
        time = near(time, atTheEnd ? last : first, 2 days);
        vm.warp(time);
        bool taken = can(oracle, abi.encodeCall(ISessionEscrowV1.attest, (bookingId, outcome, HASH)));
        assertEq(taken, first <= time && time <= last);
    }

    function testFuzz_aGuestsCancelIsFreeExactlyUpToTheCutoff(Minutes memory m, uint256 time) public {
        uint256 bookingId = bookedFor(m);
        uint256 lastFree = uint256(START) - uint256(m.cutoff) * 60;
        time = _bound(near(time, lastFree > NOW + 2 ? lastFree : START, 2 days), NOW, START - 1);
        vm.warp(time);
        vm.prank(guest);
        escrow.cancelBookingAsGuest(bookingId);
        uint256 penalty = time <= lastFree ? 0 : share(PRICE, PENALTY_BPS);
        assertEq(escrow.owed(guest), PRICE - penalty);
        assertEq(escrow.owed(host) + escrow.owed(treasury), penalty);
    }

    function testFuzz_aCancelIsTakenExactlyBeforeTheStart(Minutes memory m, uint256 time) public {
        uint256 bookingId = bookedFor(m);
        time = near(time, START, 2 days);
        vm.warp(time);
        bool before = time < START;
        assertEq(can(guest, abi.encodeCall(ISessionEscrowV1.cancelBookingAsGuest, (bookingId))), before);
        assertEq(can(host, abi.encodeCall(ISessionEscrowV1.cancelBookingAsHost, (bookingId))), before);
    }

    function testFuzz_aClaimIsTakenExactlyAfterTheBuffer(Minutes memory m, uint32 buffer, uint256 time) public {
        uint256 delay = _bound(buffer, 0, 30 days);
        set(ISessionEscrowV1.setNoAttestBuffer.selector, delay);
        uint256 bookingId = bookedFor(m);
        uint256 opens = START + uint256(m.duration) * 60 + delay;
        time = near(time, opens, 40 days);
        vm.warp(time);
        assertEq(can(guest, abi.encodeCall(ISessionEscrowV1.claimIfUnattested, (bookingId))), time >= opens);
    }

    function testFuzz_atEverySecondEitherAChallengeOrTheSettlementIsPossible(uint32 window, uint256 time) public {
        uint256 delay = _bound(window, 0, 30 days);
        set(ISessionEscrowV1.setChallengeWindow.selector, delay);
        uint256 bookingId = attested(ISessionEscrowV1.Outcome.Completed);
        time = near(time, END + delay, 40 days);
        if (time < END) time = END;
        vm.warp(time);
        bool isOver = time >= END + delay;
        assertEq(can(guest, abi.encodeCall(ISessionEscrowV1.challenge, (bookingId))), !isOver);
        assertEq(can(stranger, abi.encodeCall(ISessionEscrowV1.finalize, (bookingId))), isOver);
    }

    function testFuzz_aDisputeTimesOutExactlyAtItsTimeout(uint32 timeout, uint256 time) public {
        uint256 delay = _bound(timeout, 0, 180 days);
        set(ISessionEscrowV1.setDisputeTimeout.selector, delay);
        uint256 bookingId = disputed(ISessionEscrowV1.Outcome.Completed, guest);
        uint256 opens = END + 1 minutes + delay;
        time = near(time, opens, 200 days);
        if (time < END + 1 minutes) time = END + 1 minutes;
        vm.warp(time);
        bool timedOut = can(stranger, abi.encodeCall(ISessionEscrowV1.finalizeDisputeByTimeout, (bookingId)));
        assertEq(timedOut, time >= opens);
        assertFalse(can(stranger, abi.encodeCall(ISessionEscrowV1.finalize, (bookingId))), "not before it is resolved");
    }
}
