// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {EscrowTest} from "./EscrowTest.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";
import {HostileToken} from "./Hostile.sol";

/// @notice book, createRequest, cancelRequest, acceptRequest, cancelBookingAsGuest, cancelBookingAsHost, claimIfUnattested,
/// challenge, resolveDispute, finalizeDisputeByTimeout, finalize, withdrawOwed, sweepTokenExcess, sweepNative
/// given any call that the escrow makes and that could change something: the token's transferFrom for book, createRequest
/// and challenge, its transfer for withdrawOwed and sweepTokenExcess, the treasury's receive for sweepNative
///   when one of these functions is called from inside: REENTRANCY, before anything else, and the escrow works as before
///   when one without a guard is called from inside: it answers for itself
/// given the token's balanceOf: it is a static call, from inside which nothing can be changed
contract ReentrancyTest is EscrowTest {
    HostileToken internal hostile;

    function setUp() public override {
        super.setUp();
        hostile = new HostileToken();
        escrow = deploy(address(hostile));
        vm.prank(host);
        escrow.setHostBasePrice(PRICE);
    }

    function guarded() private pure returns (bytes[] memory calls) {
        calls = new bytes[](15);
        calls[0] = abi.encodeCall(ISessionEscrowV1.book, (1));
        calls[1] = abi.encodeCall(ISessionEscrowV1.createRequest, (address(0), 0, 0, 0, 0, 0));
        calls[2] = abi.encodeCall(ISessionEscrowV1.cancelRequest, (1));
        calls[3] = abi.encodeCall(ISessionEscrowV1.acceptRequest, (1, 0, 0, 0, 0));
        calls[4] = abi.encodeCall(ISessionEscrowV1.cancelBookingAsGuest, (1));
        calls[5] = abi.encodeCall(ISessionEscrowV1.cancelBookingAsHost, (1));
        calls[6] = abi.encodeCall(ISessionEscrowV1.claimIfUnattested, (1));
        calls[7] = abi.encodeCall(ISessionEscrowV1.challenge, (1));
        calls[8] = abi.encodeCall(ISessionEscrowV1.resolveDispute, (1, ISessionEscrowV1.Outcome.Completed));
        calls[9] = abi.encodeCall(ISessionEscrowV1.finalizeDisputeByTimeout, (1));
        calls[10] = abi.encodeCall(ISessionEscrowV1.finalize, (1));
        calls[11] = abi.encodeWithSignature("withdrawOwed()");
        calls[12] = abi.encodeWithSignature("withdrawOwed(address)", address(1));
        calls[13] = abi.encodeCall(ISessionEscrowV1.sweepTokenExcess, ());
        calls[14] = abi.encodeCall(ISessionEscrowV1.sweepNative, ());
    }

    /// @dev Makes the given call once for each guarded function, which the token calls back into the escrow.
    function reenterFrom(address by, bytes memory outer) private {
        bytes[] memory calls = guarded();
        uint256 before = vm.snapshotState();
        for (uint256 i = 0; i < calls.length; ++i) {
            hostile.arm(address(escrow), calls[i]);
            vm.prank(by);
            (bool done,) = address(escrow).call(outer);
            assertTrue(done, "the outer call goes through");
            assertTrue(hostile.calledBack(), "the inner call was refused");
            assertEq(hostile.result(), abi.encodeWithSignature("Error(string)", "REENTRANCY"));
            vm.revertToState(before);
        }
    }

    function test_whileABookingIsPaid() public {
        uint256 slotId = open();
        reenterFrom(guest, abi.encodeCall(ISessionEscrowV1.book, (slotId)));
    }

    function test_whileARequestIsPaid() public {
        reenterFrom(guest, abi.encodeCall(ISessionEscrowV1.createRequest, (address(0), START, START, 60, PRICE, START)));
    }

    function test_whileABondIsPaid() public {
        uint256 bookingId = attested(ISessionEscrowV1.Outcome.Completed);
        reenterFrom(guest, abi.encodeCall(ISessionEscrowV1.challenge, (bookingId)));
    }

    function test_whileOwedIsPaidOut() public {
        finalized(ISessionEscrowV1.Outcome.NoShowHost);
        reenterFrom(guest, abi.encodeWithSignature("withdrawOwed()"));
        reenterFrom(guest, abi.encodeWithSignature("withdrawOwed(address)", stranger));
    }

    function test_whileTokensAreSwept() public {
        hostile.setBalance(1);
        reenterFrom(stranger, abi.encodeCall(ISessionEscrowV1.sweepTokenExcess, ()));
    }

    function test_whileNativeCurrencyIsSwept() public {
        vm.prank(owner);
        escrow.setTreasury(address(hostile));
        vm.deal(address(escrow), 1);
        reenterFrom(stranger, abi.encodeCall(ISessionEscrowV1.sweepNative, ()));
    }

    function test_functionsThatMoveNoMoneyMayBeCalledFromInside() public {
        uint256 slotId = open();
        hostile.arm(address(escrow), abi.encodeCall(ISessionEscrowV1.cancelSlot, (slotId)));
        vm.prank(guest);
        escrow.book(slotId);
        assertEq(hostile.result(), abi.encodeWithSignature("Error(string)", "NOT_HOST"));
    }

    function test_aBookingIsCompleteBeforeItsMoneyIsPulled() public {
        uint256 slotId = open();
        hostile.arm(address(escrow), abi.encodeCall(ISessionEscrowV1.getBooking, (1)));
        vm.prank(guest);
        escrow.book(slotId);
        assertEq(hostile.result(), abi.encode(escrow.getBooking(1)));
    }

    function test_theEscrowWorksAfterARefusedReentry() public {
        uint256 slotId = open();
        hostile.arm(address(escrow), abi.encodeWithSignature("withdrawOwed()"));
        vm.startPrank(guest);
        uint256 bookingId = escrow.book(slotId);
        escrow.cancelBookingAsGuest(bookingId);
        escrow.withdrawOwed();
        assertEq(escrow.totalHeld(), 0);
    }
}
