// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {EscrowTest} from "./EscrowTest.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";

/// @notice setHostBasePrice
/// when the price is zero: BAD_PRICE
/// when it is 2^96 or more: AMOUNT_TOO_LARGE
/// when it is in between: it holds for that host's new slots, and for no other's
contract SetHostBasePriceTest is EscrowTest {
    function test_setsThePriceOfTheCallerAlone() public {
        emits();
        emit ISessionEscrowV1.HostBasePriceSet(stranger, 7);
        vm.prank(stranger);
        escrow.setHostBasePrice(7);
        assertEq(escrow.hostBasePrice(stranger), 7);
        assertEq(escrow.hostBasePrice(host), PRICE);
        assertEq(escrow.hostBasePrice(guest), 0);
    }

    function test_leavesSlotsThatExistAlone() public {
        uint256 slotId = open();
        vm.prank(host);
        escrow.setHostBasePrice(1);
        assertEq(escrow.getSlot(slotId).price, PRICE);
        assertEq(escrow.getSlot(open()).price, 1);
    }

    function test_takesTheLargestAmount() public {
        vm.prank(host);
        escrow.setHostBasePrice(2 ** 96 - 1);
        assertEq(escrow.getSlot(open()).price, 2 ** 96 - 1);
    }

    function test_refusesZeroAndTooMuch() public {
        vm.startPrank(host);
        refuses("BAD_PRICE");
        escrow.setHostBasePrice(0);
        refuses("AMOUNT_TOO_LARGE");
        escrow.setHostBasePrice(2 ** 96);
        refuses("AMOUNT_TOO_LARGE");
        escrow.setHostBasePrice(type(uint256).max);
        assertEq(escrow.hostBasePrice(host), PRICE);
    }

    function test_keepsWhatTheHostIsOwed() public {
        uint256 bookingId = finalized(ISessionEscrowV1.Outcome.Completed);
        uint256 before = escrow.owed(host);
        vm.prank(host);
        escrow.setHostBasePrice(1);
        assertEq(escrow.owed(host), before);
        assertEq(escrow.getBooking(bookingId).amount, PRICE);
    }
}

/// @notice createSlot
/// given no base price of the caller: NO_BASE_PRICE
/// given one
///   when the start is 60 s ahead or less: START_TOO_SOON
///   when the duration is not 1 to 240 minutes: BAD_DURATION
///   when the overlap is longer than the duration: BAD_OVERLAP
///   when the cutoff is more than a week: BAD_CUTOFF
///   when all is in bounds: an open slot at the base price
contract CreateSlotTest is EscrowTest {
    function test_opensASlotAtTheBasePrice() public {
        emits();
        emit ISessionEscrowV1.SessionSlotCreated(1, host, START, DURATION_MINS, PRICE);
        uint256 slotId = open();

        assertEq(slotId, 1);
        assertEq(escrow.nextSlotId(), 2);
        ISessionEscrowV1.SessionSlot memory s = escrow.getSlot(slotId);
        assertEq(s.host, host);
        assertEq(s.startTime, START);
        assertEq(s.durationMins, DURATION_MINS);
        assertEq(s.price, PRICE);
        assertEq(s.graceMins, GRACE_MINS);
        assertEq(s.minOverlapMins, OVERLAP_MINS);
        assertEq(s.cancelCutoffMins, CUTOFF_MINS);
        assertEq(uint8(s.status), uint8(ISessionEscrowV1.SessionSlotStatus.Open));
        assertEq(escrow.slotToBooking(slotId), 0);
        assertHeld(0);
    }

    function test_keepsTheLargestOfEveryField() public {
        vm.prank(host);
        uint256 slotId = escrow.createSlot(type(uint48).max, 240, type(uint32).max, 240, 10_080);
        ISessionEscrowV1.SessionSlot memory s = escrow.getSlot(slotId);
        assertEq(s.startTime, type(uint48).max);
        assertEq(s.durationMins, 240);
        assertEq(s.graceMins, type(uint32).max);
        assertEq(s.minOverlapMins, 240);
        assertEq(s.cancelCutoffMins, 10_080);
        vm.prank(guest);
        uint256 bookingId = escrow.book(slotId);
        vm.prank(guest);
        escrow.cancelBookingAsGuest(bookingId);
        assertEq(abi.encode(escrow.getSlot(slotId)), abi.encode(s));
    }

    function test_takesTheSmallestOfEveryField() public {
        vm.prank(host);
        uint256 slotId = escrow.createSlot(uint48(NOW + 61), 1, 0, 0, 0);
        assertEq(escrow.getSlot(slotId).durationMins, 1);
    }

    function test_refusesAStart60SecondsAhead() public {
        expectRefusal("START_TOO_SOON", uint48(NOW + 60), 60, 25, 120);
    }

    function test_refusesADurationOutsideOneTo240() public {
        expectRefusal("BAD_DURATION", START, 0, 0, 120);
        expectRefusal("BAD_DURATION", START, 241, 25, 120);
        expectRefusal("BAD_DURATION", START, 257, 0, 120); // 1 in a byte
    }

    function test_refusesMoreOverlapThanDuration() public {
        expectRefusal("BAD_OVERLAP", START, 60, 61, 120);
        expectRefusal("BAD_OVERLAP", START, 60, 256, 120); // 0 in a byte
    }

    function test_refusesACutoffOfMoreThanAWeek() public {
        expectRefusal("BAD_CUTOFF", START, 60, 25, 10_081);
        expectRefusal("BAD_CUTOFF", START, 60, 25, 65_536); // 0 in two bytes
    }

    function test_refusesWithoutABasePrice() public {
        refuses("NO_BASE_PRICE");
        vm.prank(stranger);
        escrow.createSlot(START, DURATION_MINS, GRACE_MINS, OVERLAP_MINS, CUTOFF_MINS);
    }

    function test_checksInTheOrderOfTheInterface() public {
        refuses("NO_BASE_PRICE");
        vm.prank(stranger);
        escrow.createSlot(0, 0, 0, 1, 10_081);
        expectRefusal("START_TOO_SOON", 0, 0, 1, 10_081);
        expectRefusal("BAD_DURATION", START, 0, 1, 10_081);
        expectRefusal("BAD_OVERLAP", START, 1, 2, 10_081);
        expectRefusal("BAD_CUTOFF", START, 1, 1, 10_081);
        assertEq(escrow.nextSlotId(), 1);
    }

    function expectRefusal(string memory reason, uint48 start, uint32 duration, uint32 overlap, uint32 cutoff) private {
        refuses(reason);
        vm.prank(host);
        escrow.createSlot(start, duration, GRACE_MINS, overlap, cutoff);
    }
}

/// @notice cancelSlot
/// when anybody but its host calls, or the id was never used: NOT_HOST
/// when it is booked, cancelled or settled: NOT_OPEN
/// when its host cancels an open slot: it is gone
contract CancelSlotTest is EscrowTest {
    function test_takesAnOpenSlotBack() public {
        uint256 slotId = open();
        emits();
        emit ISessionEscrowV1.SessionSlotCancelled(slotId);
        vm.prank(host);
        escrow.cancelSlot(slotId);
        assertSlotStatus(slotId, ISessionEscrowV1.SessionSlotStatus.Cancelled);
    }

    function test_refusesAnybodyElseWhateverItsStatus() public {
        uint256 slotId = open();
        refuses("NOT_HOST");
        vm.prank(guest);
        escrow.cancelSlot(slotId);
        vm.prank(host);
        escrow.cancelSlot(slotId);
        refuses("NOT_HOST"); // and not open
        vm.prank(guest);
        escrow.cancelSlot(slotId);
    }

    function test_refusesASlotThatIsBookedCancelledOrSettled() public {
        uint256 bookingId = booked();
        vm.startPrank(host);
        refuses("NOT_OPEN");
        escrow.cancelSlot(1);
        escrow.cancelBookingAsHost(bookingId);
        refuses("NOT_OPEN");
        escrow.cancelSlot(1);
        vm.stopPrank();

        finalized(ISessionEscrowV1.Outcome.Completed);
        refuses("NOT_OPEN");
        vm.prank(host);
        escrow.cancelSlot(2);
    }

    function test_refusesAnIdNeverUsed() public {
        refuses("NOT_HOST");
        vm.prank(host);
        escrow.cancelSlot(0);
        refuses("NOT_HOST");
        vm.prank(host);
        escrow.cancelSlot(type(uint256).max);
    }

    function test_takesBackASlotThatAnEarlyCancelOpenedAgain() public {
        uint256 bookingId = booked();
        vm.prank(guest);
        escrow.cancelBookingAsGuest(bookingId);
        vm.prank(host);
        escrow.cancelSlot(1);
        assertSlotStatus(1, ISessionEscrowV1.SessionSlotStatus.Cancelled);
        assertStatus(bookingId, ISessionEscrowV1.SessionBookingStatus.Cancelled);
    }
}
