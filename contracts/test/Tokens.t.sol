// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {EscrowTest} from "./EscrowTest.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";
import {ITip20, ITip403Registry} from "./ITip20.sol";
import {HostileToken} from "./Hostile.sol";

/// @notice Every call that moves tokens, each ready to succeed but for the token.
abstract contract TokenMoves is EscrowTest {
    struct Move {
        address by;
        bytes data;
    }

    function moves() internal returns (Move[6] memory) {
        finalized(ISessionEscrowV1.Outcome.NoShowHost);
        vm.warp(NOW);
        uint256 bookingId = attested(ISessionEscrowV1.Outcome.Completed);
        vm.prank(host);
        uint256 slotId = escrow.createSlot(END + 1 days, DURATION_MINS, GRACE_MINS, OVERLAP_MINS, CUTOFF_MINS);
        bytes memory request = abi.encodeCall(
            ISessionEscrowV1.createRequest, (address(0), END + 1 days, END + 2 days, DURATION_MINS, PRICE, END + 1)
        );
        return [
            Move(guest, abi.encodeCall(ISessionEscrowV1.book, (slotId))),
            Move(guest, request),
            Move(guest, abi.encodeCall(ISessionEscrowV1.challenge, (bookingId))),
            Move(guest, abi.encodeWithSignature("withdrawOwed()")),
            Move(guest, abi.encodeWithSignature("withdrawOwed(address)", guest)),
            Move(stranger, abi.encodeCall(ISessionEscrowV1.sweepTokenExcess, ()))
        ];
    }

    /// @dev Each of them is refused with just this, and leaves no trace.
    function assertAllRefused(Move[6] memory all, bytes memory reason) internal {
        bytes32 before = traces();
        for (uint256 i = 0; i < all.length; ++i) {
            vm.prank(all[i].by);
            (bool done, bytes memory answer) = address(escrow).call(all[i].data);
            assertFalse(done, vm.toString(i));
            assertEq(answer, reason, vm.toString(i));
            assertEq(traces(), before, vm.toString(i));
        }
    }

    function assertAllTaken(Move[6] memory all) internal {
        for (uint256 i = 0; i < all.length; ++i) {
            uint256 before = vm.snapshotState();
            vm.prank(all[i].by);
            (bool done,) = address(escrow).call(all[i].data);
            assertTrue(done, vm.toString(i));
            vm.revertToState(before);
        }
    }

    function traces() private view returns (bytes32) {
        uint256[3] memory next = [escrow.nextSlotId(), escrow.nextBookingId(), escrow.nextRequestId()];
        uint256[4] memory money =
            [escrow.totalHeld(), escrow.owed(guest), escrow.owed(host), token.balanceOf(address(escrow))];
        return keccak256(abi.encode(next, money, escrow.getBooking(2), escrow.getSlot(3), escrow.slotToBooking(3)));
    }
}

/// @notice A token that says no stops its own step and nothing else.
/// given a guest without allowance or money, a paused token, or one that forbids a party
///   when a call moves tokens: the token's own reason, and no trace in the escrow
///   when a call moves none: it goes on as ever
/// given a payout that was refused
///   when it is tried again after the token has changed its mind, or to another address: it is paid
contract RealTokenRefusesTest is TokenMoves {
    ITip403Registry internal constant POLICIES = ITip403Registry(0x403c000000000000000000000000000000000000);

    function forbid(address account) private {
        uint64 policy = POLICIES.createPolicy(address(this), ITip403Registry.PolicyType.BLACKLIST);
        POLICIES.modifyPolicyBlacklist(policy, account, true);
        token.changeTransferPolicyId(policy);
    }

    function test_aPausedTokenStopsEveryCallThatMovesTokens() public {
        Move[6] memory all = moves();
        token.mint(address(escrow), 1);
        token.pause();
        assertAllRefused(all, abi.encodeWithSelector(ITip20.ContractPaused.selector));
        token.unpause();
        assertAllTaken(all);
    }

    function test_aTokenThatForbidsTheEscrowStopsEveryCallThatMovesTokens() public {
        Move[6] memory all = moves();
        token.mint(address(escrow), 1);
        forbid(address(escrow));
        assertAllRefused(all, abi.encodeWithSelector(ITip20.PolicyForbids.selector));
    }

    function test_aForbiddenGuestCannotPay() public {
        uint256 slotId = open();
        forbid(guest);
        vm.prank(guest);
        vm.expectRevert(ITip20.PolicyForbids.selector);
        escrow.book(slotId);
        vm.prank(stranger);
        escrow.book(slotId);
    }

    function test_aForbiddenGuestIsRefundedAndWaits() public {
        uint256 bookingId = booked();
        forbid(guest);
        vm.prank(guest);
        escrow.cancelBookingAsGuest(bookingId);
        vm.prank(guest);
        vm.expectRevert(ITip20.PolicyForbids.selector);
        escrow.withdrawOwed();
        assertOwed(0, PRICE, 0);
    }

    function test_aForbiddenTreasuryStopsSweepsButNoSettlement() public {
        token.mint(address(escrow), 1);
        forbid(treasury);
        vm.expectRevert(ITip20.PolicyForbids.selector);
        escrow.sweepTokenExcess();
        finalized(ISessionEscrowV1.Outcome.Completed);
        vm.prank(host);
        escrow.withdrawOwed();
        assertOwed(0, 0, share(PRICE, FEE_BPS));
    }

    function test_aGuestWithoutAllowanceGetsTheTokensReason() public {
        uint256 slotId = open();
        vm.startPrank(guest);
        token.approve(address(escrow), PRICE - 1);
        vm.expectRevert(ITip20.InsufficientAllowance.selector);
        escrow.book(slotId);
        assertEq(escrow.nextBookingId(), 1);
        assertSlotStatus(slotId, ISessionEscrowV1.SessionSlotStatus.Open);
    }

    function test_aGuestWithoutMoneyGetsTheTokensReason() public {
        uint256 slotId = open();
        address poor = makeAddr("poor");
        vm.startPrank(poor);
        token.approve(address(escrow), PRICE);
        vm.expectRevert(abi.encodeWithSelector(ITip20.InsufficientBalance.selector, 0, PRICE, address(token)));
        escrow.book(slotId);
        assertHeld(0);
    }

    function test_aPausedTokenDelaysPayoutsButNotSettlement() public {
        uint256 bookingId = attested(ISessionEscrowV1.Outcome.NoShowHost);
        token.pause();
        vm.warp(END + WINDOW);
        escrow.finalize(bookingId);
        vm.startPrank(guest);
        vm.expectRevert(ITip20.ContractPaused.selector);
        escrow.withdrawOwed();
        assertOwed(0, PRICE, 0);
        vm.stopPrank();

        token.unpause();
        vm.prank(guest);
        escrow.withdrawOwed();
        assertEq(token.balanceOf(guest), FUNDS);
    }

    function test_aForbiddenPayeeStopsNobodyElseAndMayNameAnotherAddress() public {
        finalized(ISessionEscrowV1.Outcome.Completed);
        forbid(host);
        vm.prank(host);
        vm.expectRevert(ITip20.PolicyForbids.selector);
        escrow.withdrawOwed();
        assertEq(escrow.owed(host), PRICE - share(PRICE, FEE_BPS));
        vm.prank(treasury);
        escrow.withdrawOwed();
        vm.prank(host);
        escrow.withdrawOwed(stranger);
        assertHeld(0);
    }
}

/// @notice book, createRequest, challenge, withdrawOwed, sweepTokenExcess
/// given a token that answers false, or an address without code: TRANSFER_FAILED, and no trace in the escrow
/// given a token that reverts: its own words
/// given a token that answers garbage: a revert
/// given a token that answers nothing, or true: it is taken at its word
contract OddTokenTest is TokenMoves {
    HostileToken internal odd;

    function setUp() public override {
        super.setUp();
        odd = new HostileToken();
        escrow = deploy(address(odd));
        vm.prank(host);
        escrow.setHostBasePrice(PRICE);
    }

    function movesWithExcess() private returns (Move[6] memory all) {
        all = moves();
        odd.setBalance(escrow.totalHeld() + 1);
    }

    function test_oneThatAnswersNothingIsTakenAtItsWord() public {
        odd.set(HostileToken.Answer.Nothing);
        assertAllTaken(movesWithExcess());
    }

    function test_oneThatAnswersFalseIsRefusedOnEveryWayInAndOut() public {
        Move[6] memory all = movesWithExcess();
        odd.set(HostileToken.Answer.False);
        assertAllRefused(all, abi.encodeWithSignature("Error(string)", "TRANSFER_FAILED"));
        odd.set(HostileToken.Answer.True);
        assertAllTaken(all);
    }

    function test_oneThatAnswersGarbageIsRefused() public {
        Move[6] memory all = movesWithExcess();
        odd.set(HostileToken.Answer.Garbage);
        assertAllRefused(all, "");
    }

    function test_oneThatRevertsIsQuoted() public {
        Move[6] memory all = movesWithExcess();
        odd.set(HostileToken.Answer.Revert);
        assertAllRefused(all, abi.encodeWithSelector(HostileToken.Refused.selector, 7));
    }

    function test_anAddressWithoutCodeIsNoToken() public {
        escrow = deploy(makeAddr("no code"));
        vm.prank(host);
        escrow.setHostBasePrice(PRICE);
        uint256 slotId = open();
        refuses("TRANSFER_FAILED");
        vm.prank(guest);
        escrow.book(slotId);
    }

    function test_aBalanceBelowTotalHeldSweepsNothing() public {
        booked();
        odd.setBalance(PRICE - 1);
        emits();
        emit ISessionEscrowV1.TokenSwept(0);
        escrow.sweepTokenExcess();
    }
}
