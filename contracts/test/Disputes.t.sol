// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {EscrowTest} from "./EscrowTest.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";

/// @notice challenge
/// given any status but Attested: NOT_ATTESTED
/// given an attested booking
///   when finalizableAt has come: WINDOW_OVER
///   when anybody but guest and host calls: NOT_PARTY
///   when a party challenges before: it pulls the bond of the terms, Disputed
contract ChallengeTest is EscrowTest {
    function challengeBy(address party, uint256 time) private {
        uint256 bookingId = attested(ISessionEscrowV1.Outcome.Completed);
        uint256 balance = token.balanceOf(party);
        vm.warp(time);
        emits();
        emit ISessionEscrowV1.Challenged(bookingId, party, BOND);
        vm.prank(party);
        escrow.challenge(bookingId);

        assertEq(token.balanceOf(party), balance - BOND);
        assertHeld(PRICE + BOND);
        ISessionEscrowV1.SessionBooking memory b = escrow.getBooking(bookingId);
        assertEq(uint8(b.status), uint8(ISessionEscrowV1.SessionBookingStatus.Disputed));
        assertEq(uint8(b.oracleOutcome), uint8(ISessionEscrowV1.Outcome.Completed));
        assertEq(b.challenger, party);
        assertEq(b.bondAmount, BOND);
        assertEq(b.disputedAt, time);
        assertEq(b.attestedAt, END);
        assertEq(b.finalizableAt, END + WINDOW);
        assertEq(b.metricsHash, HASH);
        assertEq(b.amount, PRICE);
        assertSlotStatus(1, ISessionEscrowV1.SessionSlotStatus.Booked);
    }

    function test_byTheGuestInTheSecondOfTheAttestation() public {
        challengeBy(guest, END);
    }

    function test_byTheHostInTheLastSecond() public {
        challengeBy(host, END + WINDOW - 1);
    }

    function test_refusesWhenTheWindowIsOver() public {
        uint256 bookingId = attested(ISessionEscrowV1.Outcome.Completed);
        vm.warp(END + WINDOW);
        refuses("WINDOW_OVER");
        vm.prank(guest);
        escrow.challenge(bookingId);
    }

    function test_refusesWithAWindowOfZero() public {
        vm.prank(owner);
        escrow.setChallengeWindow(0);
        uint256 bookingId = attested(ISessionEscrowV1.Outcome.Completed);
        refuses("WINDOW_OVER");
        vm.prank(guest);
        escrow.challenge(bookingId);
    }

    function test_checksStatusThenWindowThenCaller() public {
        refuses("NOT_ATTESTED"); // and a stranger
        vm.prank(stranger);
        escrow.challenge(1);
        uint256 bookingId = attested(ISessionEscrowV1.Outcome.Completed);
        refuses("NOT_PARTY");
        vm.prank(stranger);
        escrow.challenge(bookingId);
        vm.warp(END + WINDOW);
        refuses("WINDOW_OVER"); // and a stranger
        vm.prank(stranger);
        escrow.challenge(bookingId);
    }

    function test_refusesTwiceAndAfterTheResolution() public {
        uint256 bookingId = disputed(ISessionEscrowV1.Outcome.Completed, guest);
        refuses("NOT_ATTESTED");
        vm.prank(host);
        escrow.challenge(bookingId);
        vm.prank(owner);
        escrow.resolveDispute(bookingId, ISessionEscrowV1.Outcome.Completed);
        refuses("NOT_ATTESTED");
        vm.prank(host);
        escrow.challenge(bookingId);
    }
}

/// @notice resolveDispute
/// when the outcome is outside the enum: no reason, before anything else
/// when anybody but the owner calls: NOT_OWNER
/// given any status but Disputed: NOT_DISPUTED
/// given a dispute
///   when the outcome is none of the three: BAD_OUTCOME
///   when the outcome changes: Resolved at once, the bond goes to the challenger
///   when it stays: Resolved at once, the bond goes to the other party
contract ResolveDisputeTest is EscrowTest {
    function resolve(address challenger, ISessionEscrowV1.Outcome was, ISessionEscrowV1.Outcome becomes) private {
        uint256 bookingId = disputed(was, challenger);
        uint256 time = END + 3 days;
        vm.warp(time);
        emits();
        emit ISessionEscrowV1.Resolved(bookingId, becomes);
        vm.prank(owner);
        escrow.resolveDispute(bookingId, becomes);

        bool toGuest = (challenger == guest) == (was != becomes);
        assertOwed(toGuest ? 0 : BOND, toGuest ? BOND : 0, 0);
        assertHeld(PRICE + BOND);
        ISessionEscrowV1.SessionBooking memory b = escrow.getBooking(bookingId);
        assertEq(uint8(b.status), uint8(ISessionEscrowV1.SessionBookingStatus.Resolved));
        assertEq(uint8(b.oracleOutcome), uint8(becomes));
        assertEq(b.finalizableAt, time);
        assertEq(b.challenger, address(0));
        assertEq(b.bondAmount, 0);
        assertEq(b.disputedAt, 0);
        assertEq(b.attestedAt, END);
        assertEq(b.metricsHash, HASH);
    }

    function test_theGuestWinsTheBondWhenTheOutcomeChanges() public {
        resolve(guest, ISessionEscrowV1.Outcome.Completed, ISessionEscrowV1.Outcome.NoShowHost);
    }

    function test_theHostWinsTheBondWhenTheOutcomeChanges() public {
        resolve(host, ISessionEscrowV1.Outcome.NoShowHost, ISessionEscrowV1.Outcome.NoShowGuest);
    }

    function test_theChallengerWinsTheBondAlsoWhenTheNewOutcomePaysTheSame() public {
        resolve(guest, ISessionEscrowV1.Outcome.Completed, ISessionEscrowV1.Outcome.NoShowGuest);
    }

    function test_theGuestLosesTheBondWhenTheOutcomeStays() public {
        resolve(guest, ISessionEscrowV1.Outcome.NoShowGuest, ISessionEscrowV1.Outcome.NoShowGuest);
    }

    function test_theHostLosesTheBondWhenTheOutcomeStays() public {
        resolve(host, ISessionEscrowV1.Outcome.NoShowHost, ISessionEscrowV1.Outcome.NoShowHost);
    }

    function test_refusesWhatCannotBeAttested() public {
        uint256 bookingId = disputed(ISessionEscrowV1.Outcome.Completed, guest);
        ISessionEscrowV1.Outcome[3] memory bad = [
            ISessionEscrowV1.Outcome.None,
            ISessionEscrowV1.Outcome.CancelledByHost,
            ISessionEscrowV1.Outcome.CancelledByGuest
        ];
        for (uint256 i = 0; i < bad.length; ++i) {
            refuses("BAD_OUTCOME");
            vm.prank(owner);
            escrow.resolveDispute(bookingId, bad[i]);
        }
    }

    function test_refusesAnOutcomeOutsideTheEnumWithoutAReason() public {
        (bool done, bytes memory answer) =
            address(escrow).call(abi.encodeWithSelector(ISessionEscrowV1.resolveDispute.selector, 1, 6));
        assertFalse(done);
        assertEq(answer.length, 0);
    }

    function test_checksCallerThenStatusThenOutcome() public {
        refuses("NOT_OWNER"); // and no dispute, no outcome
        vm.prank(oracle);
        escrow.resolveDispute(1, ISessionEscrowV1.Outcome.None);
        refuses("NOT_DISPUTED"); // and no outcome
        vm.prank(owner);
        escrow.resolveDispute(1, ISessionEscrowV1.Outcome.None);
    }

    function test_refusesAnUndisputedBookingAndASecondResolution() public {
        uint256 bookingId = attested(ISessionEscrowV1.Outcome.Completed);
        vm.startPrank(owner);
        refuses("NOT_DISPUTED");
        escrow.resolveDispute(bookingId, ISessionEscrowV1.Outcome.Completed);
        vm.stopPrank();
        vm.prank(guest);
        escrow.challenge(bookingId);
        vm.startPrank(owner);
        escrow.resolveDispute(bookingId, ISessionEscrowV1.Outcome.Completed);
        refuses("NOT_DISPUTED");
        escrow.resolveDispute(bookingId, ISessionEscrowV1.Outcome.Completed);
    }

    function test_attestChallengeResolveAndFinalizeMayFallIntoOneSecond() public {
        uint256 bookingId = attested(ISessionEscrowV1.Outcome.Completed);
        vm.prank(guest);
        escrow.challenge(bookingId);
        assertEq(escrow.getBooking(bookingId).disputedAt, END);
        vm.prank(owner);
        escrow.resolveDispute(bookingId, ISessionEscrowV1.Outcome.NoShowHost);
        assertEq(escrow.getBooking(bookingId).finalizableAt, END);
        escrow.finalize(bookingId);
        assertOwed(0, PRICE + BOND, 0);
        assertEq(escrow.getBooking(bookingId).finalizableAt, END);
    }
}

/// @notice finalizeDisputeByTimeout
/// given any status but Disputed: NOT_DISPUTED
/// given a dispute
///   when it is before disputedAt + disputeTimeout: TOO_EARLY
///   when anybody calls from then on: the oracle's outcome stands, the bond goes to the party that did not challenge
contract FinalizeDisputeByTimeoutTest is EscrowTest {
    uint256 internal constant TIMED_OUT = END + 1 minutes + TIMEOUT;

    function timeOut(address challenger) private {
        uint256 bookingId = disputed(ISessionEscrowV1.Outcome.NoShowHost, challenger);
        vm.warp(TIMED_OUT);
        emits();
        emit ISessionEscrowV1.Resolved(bookingId, ISessionEscrowV1.Outcome.NoShowHost);
        vm.prank(stranger);
        escrow.finalizeDisputeByTimeout(bookingId);

        assertOwed(challenger == guest ? BOND : 0, challenger == guest ? 0 : BOND, 0);
        assertHeld(PRICE + BOND);
        ISessionEscrowV1.SessionBooking memory b = escrow.getBooking(bookingId);
        assertEq(uint8(b.status), uint8(ISessionEscrowV1.SessionBookingStatus.Resolved));
        assertEq(uint8(b.oracleOutcome), uint8(ISessionEscrowV1.Outcome.NoShowHost));
        assertEq(b.finalizableAt, TIMED_OUT);
        assertEq(b.challenger, address(0));
        assertEq(b.bondAmount, 0);
        assertEq(b.disputedAt, 0);
    }

    function test_givesAGuestsBondToTheHost() public {
        timeOut(guest);
    }

    function test_givesAHostsBondToTheGuest() public {
        timeOut(host);
    }

    function test_withATimeoutOfZeroEndsInTheSecondOfTheChallenge() public {
        vm.prank(owner);
        escrow.setDisputeTimeout(0);
        uint256 bookingId = disputed(ISessionEscrowV1.Outcome.Completed, guest);
        escrow.finalizeDisputeByTimeout(bookingId);
        assertOwed(BOND, 0, 0);
        assertEq(escrow.getBooking(bookingId).finalizableAt, END + 1 minutes);
    }

    function test_refusesASecondTooEarly() public {
        uint256 bookingId = disputed(ISessionEscrowV1.Outcome.Completed, guest);
        vm.warp(TIMED_OUT - 1);
        refuses("TOO_EARLY");
        escrow.finalizeDisputeByTimeout(bookingId);
    }

    function test_theOwnerMayStillResolveAfterTheTimeout() public {
        uint256 bookingId = disputed(ISessionEscrowV1.Outcome.Completed, guest);
        vm.warp(TIMED_OUT + 1 days);
        vm.prank(owner);
        escrow.resolveDispute(bookingId, ISessionEscrowV1.Outcome.NoShowHost);
        refuses("NOT_DISPUTED");
        escrow.finalizeDisputeByTimeout(bookingId);
    }

    function test_refusesWhatIsNotDisputed() public {
        refuses("NOT_DISPUTED");
        escrow.finalizeDisputeByTimeout(1);
        uint256 bookingId = attested(ISessionEscrowV1.Outcome.Completed);
        vm.warp(TIMED_OUT);
        refuses("NOT_DISPUTED");
        escrow.finalizeDisputeByTimeout(bookingId);
    }
}
