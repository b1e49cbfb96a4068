// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {EscrowTest} from "./EscrowTest.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";
import {ITip20, ITip403Registry} from "./ITip20.sol";
import {HostileToken} from "./Hostile.sol";

/// @notice A token that says no stops its own step and nothing else: state stays as it was, and a payout can be tried
/// again, or sent elsewhere.
contract RealTokenRefusesTest is EscrowTest {
    ITip403Registry internal constant POLICIES = ITip403Registry(0x403c000000000000000000000000000000000000);

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
        uint64 policy = POLICIES.createPolicy(address(this), ITip403Registry.PolicyType.BLACKLIST);
        POLICIES.modifyPolicyBlacklist(policy, host, true);
        token.changeTransferPolicyId(policy);

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

contract OddTokenTest is EscrowTest {
    HostileToken internal odd;

    function setUp() public override {
        super.setUp();
        odd = new HostileToken();
        escrow = deploy(address(odd));
        vm.prank(host);
        escrow.setHostBasePrice(PRICE);
    }

    function test_oneThatAnswersNothingIsTakenAtItsWord() public {
        odd.set(HostileToken.Answer.Nothing);
        booked();
        assertEq(escrow.totalHeld(), PRICE);
    }

    function test_oneThatAnswersFalseIsRefusedOnTheWayInAndOut() public {
        uint256 slotId = open();
        odd.set(HostileToken.Answer.False);
        refuses("TRANSFER_FAILED");
        vm.prank(guest);
        escrow.book(slotId);
        odd.set(HostileToken.Answer.True);
        vm.startPrank(guest);
        uint256 bookingId = escrow.book(slotId);
        escrow.cancelBookingAsGuest(bookingId);
        odd.set(HostileToken.Answer.False);
        refuses("TRANSFER_FAILED");
        escrow.withdrawOwed();
        assertEq(escrow.owed(guest), PRICE);
        assertEq(escrow.totalHeld(), PRICE);
    }

    function test_oneThatAnswersGarbageIsRefused() public {
        uint256 slotId = open();
        odd.set(HostileToken.Answer.Garbage);
        vm.expectRevert();
        vm.prank(guest);
        escrow.book(slotId);
    }

    function test_oneThatRevertsIsQuoted() public {
        uint256 slotId = open();
        odd.set(HostileToken.Answer.Revert);
        vm.expectRevert(abi.encodeWithSelector(HostileToken.Refused.selector, 7));
        vm.prank(guest);
        escrow.book(slotId);
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
