// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {EscrowTest} from "./EscrowTest.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";

/// @notice book
/// given a slot that is booked, cancelled or settled: NOT_AVAILABLE
/// given an open slot
///   when 60 s or less remain: TOO_LATE
///   when a booking is on it all the same, which no history leads to: ALREADY_BOOKED
///   when its host books: HOST_CANNOT_BOOK
///   when all is well: it pulls the price, takes the slot and snapshots the terms
/// given an id never used: TOO_LATE, since an empty slot reads Open and starts at 0
contract BookTest is EscrowTest {
    /// @dev The mapping's word, and where in a slot's word its booking is: see storage-layout.json.
    uint256 internal constant SLOT_OF = 8;

    function test_pullsThePriceAndTakesTheSlot() public {
        uint256 slotId = open();
        emits();
        emit ISessionEscrowV1.SessionBooked(1, slotId, guest, PRICE);
        vm.prank(guest);
        uint256 bookingId = escrow.book(slotId);

        assertEq(bookingId, 1);
        assertEq(escrow.nextBookingId(), 2);
        assertEq(escrow.slotToBooking(slotId), bookingId);
        assertSlotStatus(slotId, ISessionEscrowV1.SessionSlotStatus.Booked);
        assertHeld(PRICE);
        assertEq(token.balanceOf(guest), FUNDS - PRICE);
        ISessionEscrowV1.SessionBooking memory b = escrow.getBooking(bookingId);
        assertEq(b.slotId, slotId);
        assertEq(b.guest, guest);
        assertEq(b.amount, PRICE);
        assertEq(uint8(b.status), uint8(ISessionEscrowV1.SessionBookingStatus.Booked));
        assertEq(uint8(b.oracleOutcome), uint8(ISessionEscrowV1.Outcome.None));
        assertEq(b.metricsHash, bytes32(0));
        assertEq(b.attestedAt, 0);
        assertEq(b.finalizableAt, 0);
        assertEq(b.challenger, address(0));
        assertEq(b.bondAmount, 0);
        assertEq(b.disputedAt, 0);
    }

    function test_isOpenUntil61SecondsBeforeTheStart() public {
        uint256 slotId = open();
        vm.warp(START - 61);
        vm.prank(guest);
        escrow.book(slotId);
        assertSlotStatus(slotId, ISessionEscrowV1.SessionSlotStatus.Booked);
    }

    function test_refuses60SecondsBeforeTheStart() public {
        uint256 slotId = open();
        vm.warp(START - 60);
        refuses("TOO_LATE");
        vm.prank(guest);
        escrow.book(slotId);
    }

    function test_refusesAHostOnItsOwnSlot() public {
        uint256 slotId = open();
        refuses("HOST_CANNOT_BOOK");
        vm.prank(host);
        escrow.book(slotId);
    }

    function test_refusesASlotThatIsTaken() public {
        booked();
        refuses("NOT_AVAILABLE");
        vm.prank(stranger);
        escrow.book(1);
    }

    function test_refusesACancelledSlot() public {
        uint256 slotId = open();
        vm.prank(host);
        escrow.cancelSlot(slotId);
        refuses("NOT_AVAILABLE");
        vm.prank(guest);
        escrow.book(slotId);
    }

    function test_refusesASettledSlot() public {
        finalized(ISessionEscrowV1.Outcome.Completed);
        vm.warp(NOW);
        refuses("NOT_AVAILABLE");
        vm.prank(stranger);
        escrow.book(1);
    }

    /// @dev The second lock on the money: the first, an open slot's status, is picked here.
    function test_refusesAnOpenSlotThatHasABooking() public {
        uint256 slotId = open();
        bytes32 word = keccak256(abi.encode(slotId, SLOT_OF));
        vm.store(address(escrow), word, vm.load(address(escrow), word) | bytes32(uint256(7) << 32));
        assertEq(escrow.slotToBooking(slotId), 7);
        refuses("ALREADY_BOOKED"); // and the host is calling
        vm.prank(host);
        escrow.book(slotId);
        vm.warp(START);
        refuses("TOO_LATE"); // and booked
        vm.prank(guest);
        escrow.book(slotId);
    }

    function test_refusesAnIdNeverUsed() public {
        uint256[4] memory ids = [uint256(0), 1, 2 ** 32 + 1, type(uint256).max];
        for (uint256 i = 0; i < ids.length; ++i) {
            refuses("TOO_LATE");
            vm.prank(guest);
            escrow.book(ids[i]);
        }
    }

    function test_checksTheSlotThenTheTimeThenTheCaller() public {
        uint256 slotId = open();
        vm.warp(START);
        refuses("TOO_LATE"); // and the host is calling
        vm.prank(host);
        escrow.book(slotId);

        vm.prank(host);
        escrow.cancelSlot(slotId);
        refuses("NOT_AVAILABLE"); // and too late, and the host is calling
        vm.prank(host);
        escrow.book(slotId);
    }

    function test_paysThePriceOfTheSlotNotTheHostsNewOne() public {
        uint256 slotId = open();
        vm.prank(host);
        escrow.setHostBasePrice(PRICE * 3);
        vm.prank(guest);
        uint256 bookingId = escrow.book(slotId);
        assertEq(escrow.getBooking(bookingId).amount, PRICE);
        assertHeld(PRICE);
    }
}

/// @notice cancelBookingAsGuest
/// given any status but Booked: NOT_BOOKED
/// given a booking
///   when anybody but its guest calls: NOT_GUEST
///   when it has started: ALREADY_STARTED
///   when now <= start - cutoff: full credit, the slot is open again
///   when later: penalty to the host less the fee, the slot is settled
contract CancelBookingAsGuestTest is EscrowTest {
    uint256 internal constant LAST_FREE_SECOND = START - CUTOFF_MINS * 60;

    function test_isFreeUpToTheCutoffInclusive() public {
        uint256 bookingId = booked();
        vm.warp(LAST_FREE_SECOND);
        emits();
        emit ISessionEscrowV1.SessionBookingCancelled(
            bookingId, ISessionEscrowV1.Outcome.CancelledByGuest, PRICE, 0, 0, 0
        );
        vm.prank(guest);
        escrow.cancelBookingAsGuest(bookingId);

        assertOwed(0, PRICE, 0);
        assertHeld(PRICE);
        assertStatus(bookingId, ISessionEscrowV1.SessionBookingStatus.Cancelled);
        assertSlotStatus(1, ISessionEscrowV1.SessionSlotStatus.Open);
        assertEq(escrow.slotToBooking(1), 0);
        assertEq(uint8(escrow.getBooking(bookingId).oracleOutcome), 0);
    }

    function test_costsThePenaltyOneSecondAfterTheCutoff() public {
        lateCancelAt(LAST_FREE_SECOND + 1);
    }

    function test_costsThePenaltyOneSecondBeforeTheStart() public {
        lateCancelAt(START - 1);
    }

    function lateCancelAt(uint256 time) private {
        uint256 bookingId = booked();
        uint256 penalty = share(PRICE, PENALTY_BPS);
        uint256 fee = share(penalty, FEE_BPS);
        vm.warp(time);
        emits();
        emit ISessionEscrowV1.SessionBookingCancelled(
            bookingId, ISessionEscrowV1.Outcome.CancelledByGuest, PRICE - penalty, penalty, penalty - fee, fee
        );
        vm.prank(guest);
        escrow.cancelBookingAsGuest(bookingId);

        assertOwed(penalty - fee, PRICE - penalty, fee);
        assertHeld(PRICE);
        assertStatus(bookingId, ISessionEscrowV1.SessionBookingStatus.Cancelled);
        assertSlotStatus(1, ISessionEscrowV1.SessionSlotStatus.Settled);
        assertEq(escrow.slotToBooking(1), bookingId);
        assertEq(uint8(escrow.getBooking(bookingId).oracleOutcome), 0);
    }

    function test_refusesFromTheStartOn() public {
        uint256 bookingId = booked();
        vm.warp(START);
        refuses("ALREADY_STARTED");
        vm.prank(guest);
        escrow.cancelBookingAsGuest(bookingId);
    }

    function test_refusesAnybodyElse() public {
        uint256 bookingId = booked();
        refuses("NOT_GUEST");
        vm.prank(host);
        escrow.cancelBookingAsGuest(bookingId);
    }

    function test_checksStatusThenCallerThenTime() public {
        uint256 bookingId = booked();
        vm.warp(START);
        refuses("NOT_GUEST"); // and started
        vm.prank(stranger);
        escrow.cancelBookingAsGuest(bookingId);

        vm.prank(oracle);
        vm.warp(END);
        escrow.attest(bookingId, ISessionEscrowV1.Outcome.Completed, HASH);
        refuses("NOT_BOOKED"); // and a stranger, and started
        vm.prank(stranger);
        escrow.cancelBookingAsGuest(bookingId);
    }

    function test_refusesTwice() public {
        uint256 bookingId = booked();
        vm.startPrank(guest);
        escrow.cancelBookingAsGuest(bookingId);
        refuses("NOT_BOOKED");
        escrow.cancelBookingAsGuest(bookingId);
        assertOwed(0, PRICE, 0);
    }

    function test_letsTheSlotBeBookedAgainUnderANewId() public {
        uint256 first = booked();
        vm.prank(guest);
        escrow.cancelBookingAsGuest(first);
        vm.prank(stranger);
        uint256 second = escrow.book(1);

        assertEq(second, 2);
        assertEq(escrow.slotToBooking(1), second);
        assertEq(escrow.getBooking(second).guest, stranger);
        assertEq(escrow.getBooking(first).guest, guest);
        assertStatus(first, ISessionEscrowV1.SessionBookingStatus.Cancelled);
        assertHeld(2 * PRICE);
    }

    function test_keepsTheOldBookingUntouchedWhateverHappensToTheNext() public {
        uint256 first = booked();
        vm.prank(guest);
        escrow.cancelBookingAsGuest(first);
        bytes memory before = abi.encode(escrow.getBooking(first));
        vm.prank(stranger);
        uint256 second = escrow.book(1);
        vm.warp(END);
        vm.prank(oracle);
        escrow.attest(second, ISessionEscrowV1.Outcome.Completed, HASH);
        vm.prank(stranger);
        escrow.challenge(second);
        vm.prank(owner);
        escrow.resolveDispute(second, ISessionEscrowV1.Outcome.NoShowHost);
        escrow.finalize(second);
        assertEq(abi.encode(escrow.getBooking(first)), before);
    }

    function test_withACutoffLongerThanTheLeadIsNeverFree() public {
        vm.prank(host);
        uint256 slotId = escrow.createSlot(START, DURATION_MINS, GRACE_MINS, OVERLAP_MINS, 10_080);
        vm.startPrank(guest);
        uint256 bookingId = escrow.book(slotId);
        escrow.cancelBookingAsGuest(bookingId);
        assertEq(escrow.owed(guest), PRICE - share(PRICE, PENALTY_BPS));
    }
}

/// @notice cancelBookingAsHost
/// given any status but Booked: NOT_BOOKED
/// given a booking
///   when anybody but its host calls: NOT_HOST
///   when it has started: ALREADY_STARTED
///   when its host calls before: full credit to the guest, the slot is gone
contract CancelBookingAsHostTest is EscrowTest {
    function test_refundsInFullUpToTheLastSecond() public {
        uint256 bookingId = booked();
        vm.warp(START - 1);
        emits();
        emit ISessionEscrowV1.SessionBookingCancelled(
            bookingId, ISessionEscrowV1.Outcome.CancelledByHost, PRICE, 0, 0, 0
        );
        vm.prank(host);
        escrow.cancelBookingAsHost(bookingId);

        assertOwed(0, PRICE, 0);
        assertHeld(PRICE);
        assertStatus(bookingId, ISessionEscrowV1.SessionBookingStatus.Cancelled);
        assertSlotStatus(1, ISessionEscrowV1.SessionSlotStatus.Cancelled);
        assertEq(escrow.slotToBooking(1), 0);
    }

    function test_refusesFromTheStartOn() public {
        uint256 bookingId = booked();
        vm.warp(START);
        refuses("ALREADY_STARTED");
        vm.prank(host);
        escrow.cancelBookingAsHost(bookingId);
    }

    function test_checksStatusThenCallerThenTime() public {
        uint256 bookingId = booked();
        vm.warp(START);
        refuses("NOT_HOST"); // and started
        vm.prank(guest);
        escrow.cancelBookingAsHost(bookingId);
        refuses("NOT_BOOKED"); // no such booking, and nobody's
        vm.prank(guest);
        escrow.cancelBookingAsHost(bookingId + 1);
    }
}
