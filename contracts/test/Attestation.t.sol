// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {EscrowTest} from "./EscrowTest.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";

/// @notice attest
/// when the outcome is outside the enum: no reason, before anything else
/// when anybody but the oracle calls: NOT_ORACLE
/// given any status but Booked: NOT_BOOKED
/// given a booking
///   when the outcome is None: BAD_OUTCOME
///   when it is a cancel: BAD_ATTEST_OUTCOME
///   when it is Completed
///     before start + overlap: OVERLAP_NOT_MET; after end + 2 h: TOO_LATE
///   when it is a no-show
///     before start + grace: GRACE_NOT_OVER; after that + duration: NO_SHOW_TOO_LATE
///   when it is in its window, both ends inclusive: Attested, the challenge window runs
contract AttestTest is EscrowTest {
    ISessionEscrowV1.Outcome internal constant COMPLETED = ISessionEscrowV1.Outcome.Completed;
    ISessionEscrowV1.Outcome internal constant NO_SHOW_HOST = ISessionEscrowV1.Outcome.NoShowHost;
    ISessionEscrowV1.Outcome internal constant NO_SHOW_GUEST = ISessionEscrowV1.Outcome.NoShowGuest;

    uint256 internal constant GRACE_OVER = START + GRACE_MINS * 60;
    uint256 internal constant OVERLAP_MET = START + OVERLAP_MINS * 60;

    function attestAt(uint256 time, ISessionEscrowV1.Outcome outcome) private {
        uint256 bookingId = booked();
        vm.warp(time);
        emits();
        emit ISessionEscrowV1.Attested(bookingId, outcome, HASH, uint64(time + WINDOW));
        vm.prank(oracle);
        escrow.attest(bookingId, outcome, HASH);

        ISessionEscrowV1.SessionBooking memory b = escrow.getBooking(bookingId);
        assertEq(uint8(b.status), uint8(ISessionEscrowV1.SessionBookingStatus.Attested));
        assertEq(uint8(b.oracleOutcome), uint8(outcome));
        assertEq(b.metricsHash, HASH);
        assertEq(b.attestedAt, time);
        assertEq(b.finalizableAt, time + WINDOW);
        assertEq(b.guest, guest);
        assertEq(b.amount, PRICE);
        assertEq(b.slotId, 1);
        assertEq(b.challenger, address(0));
        assertSlotStatus(1, ISessionEscrowV1.SessionSlotStatus.Booked);
        assertHeld(PRICE);
        assertOwed(0, 0, 0);
    }

    function refusesAt(uint256 time, ISessionEscrowV1.Outcome outcome, string memory reason) private {
        uint256 bookingId = booked();
        vm.warp(time);
        refuses(reason);
        vm.prank(oracle);
        escrow.attest(bookingId, outcome, HASH);
    }

    function test_completedFromTheFirstSecond() public {
        attestAt(OVERLAP_MET, COMPLETED);
    }

    function test_completedUntilTheLastSecond() public {
        attestAt(END + 2 hours, COMPLETED);
    }

    function test_refusesCompletedASecondTooEarly() public {
        refusesAt(OVERLAP_MET - 1, COMPLETED, "OVERLAP_NOT_MET");
    }

    function test_refusesCompletedASecondTooLate() public {
        refusesAt(END + 2 hours + 1, COMPLETED, "TOO_LATE");
    }

    function test_noShowHostFromTheFirstSecond() public {
        attestAt(GRACE_OVER, NO_SHOW_HOST);
    }

    function test_noShowHostUntilTheLastSecond() public {
        attestAt(GRACE_OVER + DURATION_MINS * 60, NO_SHOW_HOST);
    }

    function test_refusesANoShowHostASecondTooEarly() public {
        refusesAt(GRACE_OVER - 1, NO_SHOW_HOST, "GRACE_NOT_OVER");
    }

    function test_refusesANoShowHostASecondTooLate() public {
        refusesAt(GRACE_OVER + DURATION_MINS * 60 + 1, NO_SHOW_HOST, "NO_SHOW_TOO_LATE");
    }

    function test_noShowGuestFromTheFirstSecond() public {
        attestAt(GRACE_OVER, NO_SHOW_GUEST);
    }

    function test_noShowGuestUntilTheLastSecond() public {
        attestAt(GRACE_OVER + DURATION_MINS * 60, NO_SHOW_GUEST);
    }

    function test_refusesANoShowGuestASecondTooEarly() public {
        refusesAt(GRACE_OVER - 1, NO_SHOW_GUEST, "GRACE_NOT_OVER");
    }

    function test_refusesANoShowGuestASecondTooLate() public {
        refusesAt(GRACE_OVER + DURATION_MINS * 60 + 1, NO_SHOW_GUEST, "NO_SHOW_TOO_LATE");
    }

    function test_withTheLongestGraceNothingOverflows() public {
        vm.prank(host);
        uint256 slotId = escrow.createSlot(START, 240, type(uint32).max, 0, 0);
        vm.prank(guest);
        uint256 bookingId = escrow.book(slotId);
        vm.warp(START + uint256(type(uint32).max) * 60);
        vm.prank(oracle);
        escrow.attest(bookingId, NO_SHOW_GUEST, HASH);
        assertEq(escrow.getBooking(bookingId).attestedAt, START + uint256(type(uint32).max) * 60);
    }

    function test_takesAHashOfZero() public {
        uint256 bookingId = booked();
        vm.warp(END);
        vm.prank(oracle);
        escrow.attest(bookingId, COMPLETED, 0);
        assertStatus(bookingId, ISessionEscrowV1.SessionBookingStatus.Attested);
    }

    function test_refusesWhatCannotBeAttested() public {
        refusesAt(END, ISessionEscrowV1.Outcome.None, "BAD_OUTCOME");
        vm.warp(NOW);
        refusesAt(END, ISessionEscrowV1.Outcome.CancelledByHost, "BAD_ATTEST_OUTCOME");
        vm.warp(NOW);
        refusesAt(END, ISessionEscrowV1.Outcome.CancelledByGuest, "BAD_ATTEST_OUTCOME");
    }

    function test_refusesAnOutcomeOutsideTheEnumWithoutAReasonBeforeAnythingElse() public {
        vm.prank(stranger);
        (bool done, bytes memory answer) =
            address(escrow).call(abi.encodeWithSelector(ISessionEscrowV1.attest.selector, 1, 6, HASH));
        assertFalse(done);
        assertEq(answer.length, 0);
    }

    function test_checksCallerThenStatusThenOutcomeThenTime() public {
        refuses("NOT_ORACLE"); // and no booking, no outcome
        vm.prank(stranger);
        escrow.attest(1, ISessionEscrowV1.Outcome.None, HASH);
        refuses("NOT_BOOKED"); // and no outcome
        vm.prank(oracle);
        escrow.attest(1, ISessionEscrowV1.Outcome.None, HASH);
        uint256 bookingId = booked();
        vm.startPrank(oracle);
        refuses("BAD_OUTCOME"); // and too early
        escrow.attest(bookingId, ISessionEscrowV1.Outcome.None, HASH);
        refuses("BAD_ATTEST_OUTCOME"); // and too early
        escrow.attest(bookingId, ISessionEscrowV1.Outcome.CancelledByHost, HASH);
    }

    function test_refusesASecondAttestation() public {
        uint256 bookingId = attested(COMPLETED);
        refuses("NOT_BOOKED");
        vm.prank(oracle);
        escrow.attest(bookingId, NO_SHOW_HOST, HASH);
    }

    function test_theOwnerIsNotTheOracle() public {
        uint256 bookingId = booked();
        vm.warp(END);
        refuses("NOT_ORACLE");
        vm.prank(owner);
        escrow.attest(bookingId, COMPLETED, HASH);
    }
}

/// @notice claimIfUnattested
/// given any status but Booked: NOT_BOOKED
/// given a booking
///   when anybody but guest and host claims: NOT_PARTY
///   when it is before end + noAttestBuffer: TOO_EARLY
///   when a party claims from then on: full credit to the guest, whoever claims
contract ClaimIfUnattestedTest is EscrowTest {
    function claim(address by) private {
        uint256 bookingId = booked();
        vm.warp(END + BUFFER);
        emits();
        emit ISessionEscrowV1.UnattestedRefunded(bookingId, PRICE);
        vm.prank(by);
        escrow.claimIfUnattested(bookingId);

        assertStatus(bookingId, ISessionEscrowV1.SessionBookingStatus.Finalized);
        assertSlotStatus(1, ISessionEscrowV1.SessionSlotStatus.Cancelled);
        assertEq(escrow.slotToBooking(1), bookingId);
        assertOwed(0, PRICE, 0);
        assertHeld(PRICE);
        ISessionEscrowV1.SessionBooking memory b = escrow.getBooking(bookingId);
        assertEq(uint8(b.oracleOutcome), 0);
        assertEq(b.amount, PRICE);
        assertEq(b.finalizableAt, 0);
    }

    function test_refundsTheGuestWhoClaims() public {
        claim(guest);
    }

    function test_refundsTheGuestAlsoWhenTheHostClaims() public {
        claim(host);
    }

    function test_refusesASecondTooEarly() public {
        uint256 bookingId = booked();
        vm.warp(END + BUFFER - 1);
        refuses("TOO_EARLY");
        vm.prank(guest);
        escrow.claimIfUnattested(bookingId);
    }

    function test_checksStatusThenCallerThenTime() public {
        refuses("NOT_BOOKED"); // and nobody's
        vm.prank(stranger);
        escrow.claimIfUnattested(1);
        uint256 bookingId = booked();
        refuses("NOT_PARTY"); // and too early
        vm.prank(stranger);
        escrow.claimIfUnattested(bookingId);
    }

    function test_refusesTwiceAndAfterAnAttestation() public {
        uint256 bookingId = booked();
        vm.warp(END + BUFFER);
        vm.startPrank(guest);
        escrow.claimIfUnattested(bookingId);
        refuses("NOT_BOOKED");
        escrow.claimIfUnattested(bookingId);
        vm.stopPrank();

        vm.warp(NOW);
        uint256 other = attested(ISessionEscrowV1.Outcome.Completed);
        vm.warp(END + BUFFER);
        refuses("NOT_BOOKED");
        vm.prank(guest);
        escrow.claimIfUnattested(other);
    }
}
