// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {stdError} from "forge-std/StdError.sol";
import {EscrowTest} from "./EscrowTest.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";

/// @notice constructor, and what reads it: BPS, MAX_CHALLENGE_WINDOW, MAX_NO_ATTEST_BUFFER, MAX_DISPUTE_TIMEOUT,
/// paymentToken, owner, pendingOwner, oracle, treasury, feeBps, lateCancelPenaltyBps, challengeWindow, noAttestBuffer,
/// disputeTimeout, challengeBond, totalHeld, nextSlotId, nextBookingId, nextRequestId
/// when the token is zero: BAD_TOKEN
/// when oracle or treasury is zero: BAD_ADDR
/// when the fee is above 2,000 bps: FEE_TOO_HIGH; the penalty above 10,000: PENALTY_TOO_HIGH
/// when the bond is zero: ZERO_BOND; 2^96 or more: AMOUNT_TOO_LARGE
/// when a delay is above its limit: WINDOW_TOO_LARGE, BUFFER_TOO_LARGE, TIMEOUT_TOO_LARGE
/// when all is in bounds: it reads as it was given, and the deployer is announced as the owner
contract ConstructionTest is EscrowTest {
    struct Values {
        address token;
        address oracle;
        address treasury;
        uint16 fee;
        uint48 window;
        uint256 bond;
        uint16 penalty;
        uint48 buffer;
        uint48 timeout;
    }

    function construct(Values memory v) public returns (ISessionEscrowV1) {
        return
            deploy(abi.encode(v.token, v.oracle, v.treasury, v.fee, v.window, v.bond, v.penalty, v.buffer, v.timeout));
    }

    function expectRefusal(string memory reason, Values memory values) private {
        try this.construct(values) {
            revert("constructed");
        } catch Error(string memory given) {
            assertEq(given, reason);
        }
    }

    function largest() private view returns (Values memory) {
        return Values(address(token), oracle, treasury, 2_000, 30 days, 2 ** 96 - 1, 10_000, 30 days, 180 days);
    }

    function test_startsWithWhatItWasGiven() public view {
        assertEq(address(escrow.paymentToken()), address(token));
        assertEq(escrow.owner(), owner);
        assertEq(escrow.pendingOwner(), address(0));
        assertEq(escrow.oracle(), oracle);
        assertEq(escrow.treasury(), treasury);
        assertEq(escrow.feeBps(), FEE_BPS);
        assertEq(escrow.challengeWindow(), WINDOW);
        assertEq(escrow.challengeBond(), BOND);
        assertEq(escrow.lateCancelPenaltyBps(), PENALTY_BPS);
        assertEq(escrow.noAttestBuffer(), BUFFER);
        assertEq(escrow.disputeTimeout(), TIMEOUT);
        assertEq(escrow.BPS(), 10_000);
        assertEq(escrow.MAX_CHALLENGE_WINDOW(), 30 days);
        assertEq(escrow.MAX_NO_ATTEST_BUFFER(), 30 days);
        assertEq(escrow.MAX_DISPUTE_TIMEOUT(), 180 days);
        assertEq(escrow.nextSlotId(), 1);
        assertEq(escrow.nextBookingId(), 1);
        assertEq(escrow.nextRequestId(), 1);
        assertEq(escrow.totalHeld(), 0);
    }

    function test_announcesTheOwner() public {
        vm.expectEmit(true, true, true, true);
        emit ISessionEscrowV1.OwnershipTransferred(address(0), owner);
        deploy(address(token));
    }

    function test_takesTheLargestOfEverything() public {
        ISessionEscrowV1 e = construct(largest());
        assertEq(e.feeBps(), 2_000);
        assertEq(e.challengeWindow(), 30 days);
        assertEq(e.challengeBond(), 2 ** 96 - 1);
        assertEq(e.lateCancelPenaltyBps(), 10_000);
        assertEq(e.noAttestBuffer(), 30 days);
        assertEq(e.disputeTimeout(), 180 days);
    }

    function test_takesTheSmallestOfEverything() public {
        ISessionEscrowV1 e = construct(Values(address(token), oracle, treasury, 0, 0, 1, 0, 0, 0));
        assertEq(e.challengeBond(), 1);
    }

    function test_checksInTheOrderOfTheInterface() public {
        Values memory v =
            Values(address(0), address(0), address(0), 2_001, 30 days + 1, 0, 10_001, 30 days + 1, 180 days + 1);
        expectRefusal("BAD_TOKEN", v);
        v.token = address(token);
        expectRefusal("BAD_ADDR", v);
        v.oracle = oracle;
        expectRefusal("BAD_ADDR", v);
        v.treasury = treasury;
        expectRefusal("FEE_TOO_HIGH", v);
        v.fee = 2_000;
        expectRefusal("PENALTY_TOO_HIGH", v);
        v.penalty = 10_000;
        expectRefusal("ZERO_BOND", v);
        v.bond = 2 ** 96;
        expectRefusal("AMOUNT_TOO_LARGE", v);
        v.bond = 1;
        expectRefusal("WINDOW_TOO_LARGE", v);
        v.window = 30 days;
        expectRefusal("BUFFER_TOO_LARGE", v);
        v.buffer = 30 days;
        expectRefusal("TIMEOUT_TOO_LARGE", v);
        v.timeout = 180 days;
        construct(v);
    }
}

/// @notice setOracle, setTreasury, setFeeBps, setLateCancelPenaltyBps, setChallengeWindow, setNoAttestBuffer,
/// setDisputeTimeout, setChallengeBond
/// when anybody but the owner calls: NOT_OWNER
/// when oracle or treasury would be zero: BAD_ADDR
/// when the fee is above 2,000 bps: FEE_TOO_HIGH; the penalty above 10,000: PENALTY_TOO_HIGH
/// when a delay is above its limit: WINDOW_TOO_LARGE, BUFFER_TOO_LARGE, TIMEOUT_TOO_LARGE
/// when the bond is zero: ZERO_BOND; 2^96 or more: AMOUNT_TOO_LARGE
/// when all is in bounds: the value alone changes, with an event of old and new
/// given the 65,535th version of the terms: setters of terms revert, and nothing else does
contract SettersTest is EscrowTest {
    function test_refuseAnybodyButTheOwnerBeforeAnythingElse() public {
        bytes[8] memory calls = [
            abi.encodeCall(ISessionEscrowV1.setOracle, (address(0))),
            abi.encodeCall(ISessionEscrowV1.setTreasury, (address(0))),
            abi.encodeCall(ISessionEscrowV1.setFeeBps, (type(uint16).max)),
            abi.encodeCall(ISessionEscrowV1.setLateCancelPenaltyBps, (type(uint16).max)),
            abi.encodeCall(ISessionEscrowV1.setChallengeWindow, (type(uint48).max)),
            abi.encodeCall(ISessionEscrowV1.setNoAttestBuffer, (type(uint48).max)),
            abi.encodeCall(ISessionEscrowV1.setDisputeTimeout, (type(uint48).max)),
            abi.encodeCall(ISessionEscrowV1.setChallengeBond, (0))
        ];
        string[8] memory ownersReasons = [
            "BAD_ADDR",
            "BAD_ADDR",
            "FEE_TOO_HIGH",
            "PENALTY_TOO_HIGH",
            "WINDOW_TOO_LARGE",
            "BUFFER_TOO_LARGE",
            "TIMEOUT_TOO_LARGE",
            "ZERO_BOND"
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            expectReason(oracle, calls[i], "NOT_OWNER");
            expectReason(owner, calls[i], ownersReasons[i]);
        }
        expectReason(owner, abi.encodeCall(ISessionEscrowV1.setChallengeBond, (2 ** 96)), "AMOUNT_TOO_LARGE");
    }

    function expectReason(address by, bytes memory data, string memory reason) private {
        vm.prank(by);
        (bool done, bytes memory answer) = address(escrow).call(data);
        assertFalse(done);
        assertEq(answer, abi.encodeWithSignature("Error(string)", reason));
    }

    function test_setTheOracle() public {
        emits();
        emit ISessionEscrowV1.OracleUpdated(oracle, stranger);
        vm.prank(owner);
        escrow.setOracle(stranger);
        assertEq(escrow.oracle(), stranger);
    }

    function test_setTheTreasury() public {
        emits();
        emit ISessionEscrowV1.TreasuryUpdated(treasury, stranger);
        vm.prank(owner);
        escrow.setTreasury(stranger);
        assertEq(escrow.treasury(), stranger);
    }

    function test_setTheFeeUpToItsLimit() public {
        emits();
        emit ISessionEscrowV1.FeeBpsUpdated(FEE_BPS, 2_000);
        vm.startPrank(owner);
        escrow.setFeeBps(2_000);
        assertEq(escrow.feeBps(), 2_000);
        refuses("FEE_TOO_HIGH");
        escrow.setFeeBps(2_001);
    }

    function test_setThePenaltyUpToItsLimit() public {
        emits();
        emit ISessionEscrowV1.LateCancelPenaltyBpsUpdated(PENALTY_BPS, 10_000);
        vm.startPrank(owner);
        escrow.setLateCancelPenaltyBps(10_000);
        assertEq(escrow.lateCancelPenaltyBps(), 10_000);
        refuses("PENALTY_TOO_HIGH");
        escrow.setLateCancelPenaltyBps(10_001);
    }

    function test_setTheChallengeWindowUpToItsLimit() public {
        emits();
        emit ISessionEscrowV1.ChallengeWindowUpdated(WINDOW, 30 days);
        vm.startPrank(owner);
        escrow.setChallengeWindow(30 days);
        assertEq(escrow.challengeWindow(), 30 days);
        refuses("WINDOW_TOO_LARGE");
        escrow.setChallengeWindow(30 days + 1);
    }

    function test_setTheNoAttestBufferUpToItsLimit() public {
        emits();
        emit ISessionEscrowV1.NoAttestBufferUpdated(BUFFER, 30 days);
        vm.startPrank(owner);
        escrow.setNoAttestBuffer(30 days);
        assertEq(escrow.noAttestBuffer(), 30 days);
        refuses("BUFFER_TOO_LARGE");
        escrow.setNoAttestBuffer(30 days + 1);
    }

    function test_setTheDisputeTimeoutUpToItsLimit() public {
        emits();
        emit ISessionEscrowV1.DisputeTimeoutUpdated(TIMEOUT, 180 days);
        vm.startPrank(owner);
        escrow.setDisputeTimeout(180 days);
        assertEq(escrow.disputeTimeout(), 180 days);
        refuses("TIMEOUT_TOO_LARGE");
        escrow.setDisputeTimeout(180 days + 1);
    }

    function test_setTheBondUpToItsLimit() public {
        emits();
        emit ISessionEscrowV1.ChallengeBondUpdated(BOND, 2 ** 96 - 1);
        vm.startPrank(owner);
        escrow.setChallengeBond(2 ** 96 - 1);
        assertEq(escrow.challengeBond(), 2 ** 96 - 1);
        refuses("AMOUNT_TOO_LARGE");
        escrow.setChallengeBond(2 ** 96);
    }

    /// @dev The version is the ledger's 16 bits after totalHeld and three counters: see storage-layout.json.
    function test_stopAtTheLastVersionOfTheTermsAndNothingElseDoes() public {
        uint256 slotId = open();
        vm.store(address(escrow), 0, vm.load(address(escrow), 0) | bytes32(uint256(type(uint16).max) << 224));
        vm.prank(owner);
        vm.expectRevert(stdError.arithmeticError);
        escrow.setFeeBps(1);
        vm.prank(owner);
        escrow.setTreasury(stranger);
        vm.prank(guest);
        escrow.book(slotId);
        assertHeld(PRICE);
    }

    function test_setOneValueAndLeaveTheOthers() public {
        vm.startPrank(owner);
        escrow.setFeeBps(1);
        escrow.setLateCancelPenaltyBps(2);
        escrow.setChallengeWindow(3);
        escrow.setNoAttestBuffer(4);
        escrow.setDisputeTimeout(5);
        escrow.setChallengeBond(6);
        assertEq(escrow.feeBps(), 1);
        assertEq(escrow.lateCancelPenaltyBps(), 2);
        assertEq(escrow.challengeWindow(), 3);
        assertEq(escrow.noAttestBuffer(), 4);
        assertEq(escrow.disputeTimeout(), 5);
        assertEq(escrow.challengeBond(), 6);
    }
}

/// @notice transferOwnership, acceptOwnership
/// when anybody but the owner offers: NOT_OWNER; to zero: BAD_ADDR
/// when the owner offers: nothing changes but the pending owner, the last one named
/// when anybody but the pending owner accepts, also the owner: NOT_PENDING_OWNER
/// when the pending owner accepts: it is the owner, and nobody is pending
contract OwnershipTest is EscrowTest {
    function test_movesWhenThePendingOwnerAccepts() public {
        emits();
        emit ISessionEscrowV1.OwnershipTransferStarted(owner, stranger);
        vm.prank(owner);
        escrow.transferOwnership(stranger);
        assertEq(escrow.owner(), owner);
        assertEq(escrow.pendingOwner(), stranger);

        emits();
        emit ISessionEscrowV1.OwnershipTransferred(owner, stranger);
        vm.prank(stranger);
        escrow.acceptOwnership();
        assertEq(escrow.owner(), stranger);
        assertEq(escrow.pendingOwner(), address(0));

        refuses("NOT_OWNER");
        vm.prank(owner);
        escrow.setFeeBps(0);
        vm.prank(stranger);
        escrow.setFeeBps(0);
    }

    function test_refusesAnybodyButThePendingOwner() public {
        refuses("NOT_PENDING_OWNER");
        vm.prank(owner);
        escrow.acceptOwnership();
        vm.prank(owner);
        escrow.transferOwnership(stranger);
        refuses("NOT_PENDING_OWNER");
        vm.prank(owner);
        escrow.acceptOwnership();
    }

    function test_refusesAnOfferByAnybodyButTheOwnerAndOneToNobody() public {
        refuses("NOT_OWNER"); // and to nobody
        vm.prank(stranger);
        escrow.transferOwnership(address(0));
        refuses("BAD_ADDR");
        vm.prank(owner);
        escrow.transferOwnership(address(0));
        assertEq(escrow.pendingOwner(), address(0));
    }

    function test_aPendingOwnerIsNotYetTheOwner() public {
        vm.prank(owner);
        escrow.transferOwnership(stranger);
        refuses("NOT_OWNER");
        vm.prank(stranger);
        escrow.setFeeBps(0);
    }

    function test_offersTheOwnershipToTheLastOneNamed() public {
        vm.startPrank(owner);
        escrow.transferOwnership(stranger);
        escrow.transferOwnership(guest);
        vm.stopPrank();
        refuses("NOT_PENDING_OWNER");
        vm.prank(stranger);
        escrow.acceptOwnership();
        vm.prank(guest);
        escrow.acceptOwnership();
        assertEq(escrow.owner(), guest);
    }

    function test_keepsItsPricesWhenTheOwnerChanges() public {
        vm.prank(owner);
        escrow.transferOwnership(stranger);
        vm.prank(stranger);
        escrow.acceptOwnership();
        vm.prank(guest);
        escrow.setHostBasePrice(5);
        assertEq(escrow.hostBasePrice(guest), 5);
        assertEq(escrow.hostBasePrice(host), PRICE);
    }
}

/// @notice A booking keeps the terms of the moment it was made, whatever is set afterwards, in whatever order.
contract TermsTest is EscrowTest {
    function setEverything() private {
        vm.startPrank(owner);
        escrow.setFeeBps(1);
        escrow.setLateCancelPenaltyBps(2);
        escrow.setChallengeWindow(3);
        escrow.setNoAttestBuffer(4);
        escrow.setDisputeTimeout(5);
        escrow.setChallengeBond(6);
        vm.stopPrank();
    }

    function assertFirstTerms(uint256 bookingId) private view {
        ISessionEscrowV1.BookingTerms memory t = escrow.getBookingTerms(bookingId);
        assertEq(t.feeBps, FEE_BPS);
        assertEq(t.lateCancelPenaltyBps, PENALTY_BPS);
        assertEq(t.challengeWindow, WINDOW);
        assertEq(t.noAttestBuffer, BUFFER);
        assertEq(t.disputeTimeout, TIMEOUT);
        assertEq(t.challengeBond, BOND);
    }

    function test_areThoseOfTheBooking() public {
        uint256 first = booked();
        setEverything();
        assertFirstTerms(first);
        uint256 second = booked();
        ISessionEscrowV1.BookingTerms memory t = escrow.getBookingTerms(second);
        assertEq(t.feeBps, 1);
        assertEq(t.lateCancelPenaltyBps, 2);
        assertEq(t.challengeWindow, 3);
        assertEq(t.noAttestBuffer, 4);
        assertEq(t.disputeTimeout, 5);
        assertEq(t.challengeBond, 6);
        assertFirstTerms(first);
    }

    /// @dev One setter at a time: the booking before it keeps its terms, the booking after it differs in that one value.
    function test_areTouchedByNoSetter() public {
        bytes[6] memory setters = [
            abi.encodeCall(ISessionEscrowV1.setFeeBps, (1)),
            abi.encodeCall(ISessionEscrowV1.setLateCancelPenaltyBps, (1)),
            abi.encodeCall(ISessionEscrowV1.setChallengeWindow, (1)),
            abi.encodeCall(ISessionEscrowV1.setNoAttestBuffer, (1)),
            abi.encodeCall(ISessionEscrowV1.setDisputeTimeout, (1)),
            abi.encodeCall(ISessionEscrowV1.setChallengeBond, (1))
        ];
        uint256[6] memory expected = [uint256(FEE_BPS), PENALTY_BPS, WINDOW, BUFFER, TIMEOUT, BOND];
        uint256 first = booked();
        for (uint256 i = 0; i < setters.length; ++i) {
            vm.prank(owner);
            (bool done,) = address(escrow).call(setters[i]);
            assertTrue(done);
            expected[i] = 1;
            assertFirstTerms(first);
            ISessionEscrowV1.BookingTerms memory terms = escrow.getBookingTerms(booked());
            assertEq(abi.encode(terms), abi.encode(expected), "only what was set differs"); // six words each
        }
    }

    function test_ofARequestAreTouchedByNoSetterAfterItsAcceptance() public {
        (, uint256 bookingId) = accepted(requested());
        setEverything();
        assertFirstTerms(bookingId);
    }

    function test_differBetweenBookingsOfOneBlock() public {
        uint256 first = booked();
        vm.startPrank(owner);
        escrow.setFeeBps(7);
        vm.stopPrank();
        uint256 second = booked();
        vm.prank(owner);
        escrow.setFeeBps(FEE_BPS);
        uint256 third = booked();
        assertEq(escrow.getBookingTerms(first).feeBps, FEE_BPS);
        assertEq(escrow.getBookingTerms(second).feeBps, 7);
        assertEq(escrow.getBookingTerms(third).feeBps, FEE_BPS);
        assertFirstTerms(first);
    }

    function test_ruleASettlement() public {
        uint256 bookingId = booked();
        setEverything();
        vm.warp(END);
        emits();
        emit ISessionEscrowV1.Attested(bookingId, ISessionEscrowV1.Outcome.Completed, HASH, END + WINDOW);
        vm.prank(oracle);
        escrow.attest(bookingId, ISessionEscrowV1.Outcome.Completed, HASH);
        vm.warp(END + WINDOW - 1);
        refuses("TOO_EARLY");
        escrow.finalize(bookingId);
        vm.warp(END + WINDOW);
        escrow.finalize(bookingId);
        assertOwed(PRICE - share(PRICE, FEE_BPS), 0, share(PRICE, FEE_BPS));
    }

    function test_ruleAChallenge() public {
        uint256 bookingId = booked();
        setEverything();
        vm.warp(END);
        vm.prank(oracle);
        escrow.attest(bookingId, ISessionEscrowV1.Outcome.Completed, HASH);
        vm.warp(END + WINDOW - 1);
        vm.prank(guest);
        escrow.challenge(bookingId);
        assertHeld(PRICE + BOND);
    }

    function test_ruleADispute() public {
        uint256 bookingId = booked();
        setEverything();
        vm.warp(END);
        vm.prank(oracle);
        escrow.attest(bookingId, ISessionEscrowV1.Outcome.Completed, HASH);
        vm.prank(guest);
        escrow.challenge(bookingId);
        assertHeld(PRICE + BOND);
        vm.prank(owner);
        escrow.setChallengeBond(9);
        assertEq(escrow.getBooking(bookingId).bondAmount, BOND);
        vm.warp(END + TIMEOUT - 1);
        refuses("TOO_EARLY");
        escrow.finalizeDisputeByTimeout(bookingId);
        vm.warp(END + TIMEOUT);
        escrow.finalizeDisputeByTimeout(bookingId);
        assertOwed(BOND, 0, 0);
    }

    function test_ruleALateCancel() public {
        uint256 bookingId = booked();
        setEverything();
        vm.warp(START - 1);
        vm.prank(guest);
        escrow.cancelBookingAsGuest(bookingId);
        uint256 penalty = share(PRICE, PENALTY_BPS);
        uint256 fee = share(penalty, FEE_BPS);
        assertOwed(penalty - fee, PRICE - penalty, fee);
    }

    function test_ruleAClaim() public {
        uint256 bookingId = booked();
        setEverything();
        vm.warp(END + BUFFER - 1);
        refuses("TOO_EARLY");
        vm.prank(guest);
        escrow.claimIfUnattested(bookingId);
        vm.warp(END + BUFFER);
        vm.prank(guest);
        escrow.claimIfUnattested(bookingId);
        assertOwed(0, PRICE, 0);
    }

    function test_aNewOracleAttestsOldBookings() public {
        uint256 bookingId = booked();
        vm.prank(owner);
        escrow.setOracle(stranger);
        vm.warp(END);
        vm.prank(stranger);
        escrow.attest(bookingId, ISessionEscrowV1.Outcome.Completed, HASH);
        assertStatus(bookingId, ISessionEscrowV1.SessionBookingStatus.Attested);
    }
}
