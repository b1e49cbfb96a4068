// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {Vm} from "forge-std/Vm.sol";
import {EscrowTest} from "./EscrowTest.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";
import {RefusesNative} from "./Hostile.sol";

/// @notice finalize
/// given any status but Attested and Resolved: NOT_FINALIZABLE
/// given one of the two
///   when it is before finalizableAt: TOO_EARLY
///   when anybody calls from then on
///     given Completed or NoShowGuest: the amount is credited to the host, less the fee to the treasury
///     given NoShowHost: all of it is credited to the guest
contract FinalizeTest is EscrowTest {
    function settle(ISessionEscrowV1.Outcome outcome, uint256 hostPaid, uint256 refund, uint256 fee) private {
        uint256 bookingId = attested(outcome);
        vm.warp(END + WINDOW);
        emits();
        emit ISessionEscrowV1.Finalized(bookingId, outcome, hostPaid, refund, fee);
        vm.prank(stranger);
        escrow.finalize(bookingId);

        assertOwed(hostPaid, refund, fee);
        assertEq(hostPaid + refund + fee, PRICE);
        assertHeld(PRICE);
        assertSlotStatus(1, ISessionEscrowV1.SessionSlotStatus.Settled);
        assertEq(escrow.slotToBooking(1), bookingId);
        ISessionEscrowV1.SessionBooking memory b = escrow.getBooking(bookingId);
        assertEq(uint8(b.status), uint8(ISessionEscrowV1.SessionBookingStatus.Finalized));
        assertEq(uint8(b.oracleOutcome), uint8(outcome));
        assertEq(b.amount, PRICE);
        assertEq(b.metricsHash, HASH);
        assertEq(b.attestedAt, END);
        assertEq(b.finalizableAt, END + WINDOW);
    }

    function test_completedPaysTheHostLessTheFee() public {
        uint256 fee = share(PRICE, FEE_BPS);
        settle(ISessionEscrowV1.Outcome.Completed, PRICE - fee, 0, fee);
    }

    function test_aNoShowOfTheGuestPaysTheHostLessTheFee() public {
        uint256 fee = share(PRICE, FEE_BPS);
        settle(ISessionEscrowV1.Outcome.NoShowGuest, PRICE - fee, 0, fee);
    }

    function test_aNoShowOfTheHostRefundsAllToTheGuest() public {
        settle(ISessionEscrowV1.Outcome.NoShowHost, 0, PRICE, 0);
    }

    function test_refusesASecondTooEarly() public {
        uint256 bookingId = attested(ISessionEscrowV1.Outcome.Completed);
        vm.warp(END + WINDOW - 1);
        refuses("TOO_EARLY");
        escrow.finalize(bookingId);
    }

    function test_withAWindowOfZeroSettlesInTheSecondOfTheAttestation() public {
        vm.prank(owner);
        escrow.setChallengeWindow(0);
        uint256 bookingId = attested(ISessionEscrowV1.Outcome.NoShowHost);
        escrow.finalize(bookingId);
        assertOwed(0, PRICE, 0);
    }

    function test_settlesAResolvedBookingAtOnce() public {
        uint256 bookingId = resolved(ISessionEscrowV1.Outcome.NoShowHost);
        escrow.finalize(bookingId);
        assertOwed(0, PRICE + BOND, 0);
        assertEq(escrow.getBooking(bookingId).finalizableAt, END + 1 minutes);
    }

    function test_refusesEveryOtherStatus() public {
        refuses("NOT_FINALIZABLE");
        escrow.finalize(1);
        uint256 bookingId = booked();
        refuses("NOT_FINALIZABLE");
        escrow.finalize(bookingId);
        vm.prank(host);
        escrow.cancelBookingAsHost(bookingId);
        refuses("NOT_FINALIZABLE");
        escrow.finalize(bookingId);
        uint256 other = disputed(ISessionEscrowV1.Outcome.Completed, guest);
        refuses("NOT_FINALIZABLE");
        escrow.finalize(other);
        vm.prank(owner);
        escrow.resolveDispute(other, ISessionEscrowV1.Outcome.Completed);
        escrow.finalize(other);
        refuses("NOT_FINALIZABLE");
        escrow.finalize(other);
    }

    function test_paysTheTreasuryOfTheSettlement() public {
        uint256 bookingId = attested(ISessionEscrowV1.Outcome.Completed);
        vm.prank(owner);
        escrow.setTreasury(stranger);
        vm.warp(END + WINDOW);
        escrow.finalize(bookingId);
        assertEq(escrow.owed(stranger), share(PRICE, FEE_BPS));
        assertEq(escrow.owed(treasury), 0);
    }

    function test_addsUpWhenTreasuryAndHostAreOne() public {
        vm.prank(owner);
        escrow.setTreasury(host);
        finalized(ISessionEscrowV1.Outcome.Completed);
        assertEq(escrow.owed(host), PRICE);
    }

    function test_addsUpOverSessions() public {
        finalized(ISessionEscrowV1.Outcome.Completed);
        vm.warp(NOW);
        finalized(ISessionEscrowV1.Outcome.Completed);
        uint256 fee = share(PRICE, FEE_BPS);
        assertOwed(2 * (PRICE - fee), 0, 2 * fee);
        assertHeld(2 * PRICE);
    }
}

/// @notice withdrawOwed
/// when the address is zero: BAD_ADDR
/// when nothing is owed to the caller: NOTHING_OWED
/// when something is: it is paid out in full, to the caller or where the caller says
contract WithdrawOwedTest is EscrowTest {
    /// @dev The mapping's word: see storage-layout.json.
    uint256 internal constant ACCOUNT_OF = 7;

    function test_paysTheCaller() public {
        finalized(ISessionEscrowV1.Outcome.NoShowHost);
        emits();
        emit ISessionEscrowV1.OwedWithdrawn(guest, guest, PRICE);
        vm.prank(guest);
        escrow.withdrawOwed();
        assertEq(token.balanceOf(guest), FUNDS);
        assertOwed(0, 0, 0);
        assertHeld(0);
    }

    function test_paysAnotherAddress() public {
        finalized(ISessionEscrowV1.Outcome.NoShowHost);
        address other = makeAddr("other");
        emits();
        emit ISessionEscrowV1.OwedWithdrawn(guest, other, PRICE);
        vm.prank(guest);
        escrow.withdrawOwed(other);
        assertEq(token.balanceOf(other), PRICE);
        assertOwed(0, 0, 0);
        assertHeld(0);
    }

    function test_paysOncePerCredit() public {
        finalized(ISessionEscrowV1.Outcome.NoShowHost);
        vm.startPrank(guest);
        escrow.withdrawOwed();
        refuses("NOTHING_OWED");
        escrow.withdrawOwed();
        vm.stopPrank();
        vm.warp(NOW);
        finalized(ISessionEscrowV1.Outcome.NoShowHost);
        vm.prank(guest);
        escrow.withdrawOwed();
        assertEq(token.balanceOf(guest), FUNDS);
    }

    function test_checksTheAddressThenTheAmount() public {
        refuses("BAD_ADDR"); // and nothing owed
        vm.prank(stranger);
        escrow.withdrawOwed(address(0));
        refuses("NOTHING_OWED");
        vm.prank(stranger);
        escrow.withdrawOwed(stranger);
        refuses("NOTHING_OWED");
        vm.prank(stranger);
        escrow.withdrawOwed();
    }

    /// @dev Else the next credit would pay 250,000 gas for it: see the account's word in README.md.
    function test_leavesTheAccountsWordInUse() public {
        finalized(ISessionEscrowV1.Outcome.NoShowHost);
        vm.prank(guest);
        escrow.withdrawOwed();
        assertEq(escrow.owed(guest), 0);
        assertTrue(vm.load(address(escrow), keccak256(abi.encode(guest, ACCOUNT_OF))) != 0);
    }

    function test_keepsTheHostsPrice() public {
        finalized(ISessionEscrowV1.Outcome.Completed);
        vm.prank(host);
        escrow.withdrawOwed();
        assertEq(escrow.hostBasePrice(host), PRICE);
    }
}

/// @notice sweepTokenExcess, sweepNative, receive
/// when the balance is above totalHeld: the rest goes to the treasury; else there is an event of zero
/// given native currency that was forced in
///   when the treasury takes it: all of it is sent; when it does not: NATIVE_SEND_FAILED
/// given none: an event of zero, and the treasury is not called
/// when native currency is sent, or nothing is called: NO_DIRECT_ETH
contract SweepTest is EscrowTest {
    function test_sweepsTokensThatNobodyIsOwed() public {
        booked();
        token.mint(address(escrow), 123);
        emits();
        emit ISessionEscrowV1.TokenSwept(123);
        vm.prank(stranger);
        escrow.sweepTokenExcess();
        assertEq(token.balanceOf(treasury), 123);
        assertHeld(PRICE);
    }

    function test_sweepsNothingOfWhatIsHeld() public {
        requested();
        finalized(ISessionEscrowV1.Outcome.Completed);
        emits();
        emit ISessionEscrowV1.TokenSwept(0);
        escrow.sweepTokenExcess();
        assertHeld(PRICE + PRICE + 7);
        assertEq(token.balanceOf(treasury), 0);
    }

    function test_sweepsNativeCurrencyThatWasForcedIn() public {
        vm.deal(address(escrow), 5);
        emits();
        emit ISessionEscrowV1.NativeSwept(5);
        escrow.sweepNative();
        assertEq(treasury.balance, 5);
        emits();
        emit ISessionEscrowV1.NativeSwept(0);
        escrow.sweepNative();
    }

    function test_refusesWhenTheTreasuryDoes() public {
        address refusing = address(new RefusesNative());
        vm.prank(owner);
        escrow.setTreasury(refusing);
        emits();
        emit ISessionEscrowV1.NativeSwept(0);
        escrow.sweepNative();
        vm.deal(address(escrow), 5);
        refuses("NATIVE_SEND_FAILED");
        escrow.sweepNative();
    }

    function test_refusesNativeCurrency() public {
        vm.deal(stranger, 2);
        vm.prank(stranger);
        (bool sent, bytes memory answer) = address(escrow).call{value: 1}("");
        assertFalse(sent);
        assertEq(answer, abi.encodeWithSignature("Error(string)", "NO_DIRECT_ETH"));
        (sent, answer) = address(escrow).call("");
        assertFalse(sent);
        assertEq(answer, abi.encodeWithSignature("Error(string)", "NO_DIRECT_ETH"));
    }
}

/// @notice The events of the functions that move tokens come in the order of the interface: SessionBooked before the
/// transfer, the others after it.
contract EventOrderTest is EscrowTest {
    function expectOrder(bytes32 first, bytes32 second) private {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        uint256 firstAt = find(logs, first);
        assertLt(firstAt, logs.length, "first event");
        assertLt(find(logs, second), logs.length, "second event");
        assertLt(firstAt, find(logs, second), "order");
    }

    function find(Vm.Log[] memory logs, bytes32 topic) private pure returns (uint256 i) {
        while (i < logs.length && logs[i].topics[0] != topic) ++i;
    }

    bytes32 internal constant TRANSFER = keccak256("Transfer(address,address,uint256)");

    function test_bookedComesBeforeTheTransfer() public {
        uint256 slotId = open();
        vm.recordLogs();
        vm.prank(guest);
        escrow.book(slotId);
        expectOrder(ISessionEscrowV1.SessionBooked.selector, TRANSFER);
    }

    function test_requestCreatedComesAfterTheTransfer() public {
        vm.recordLogs();
        requested();
        expectOrder(TRANSFER, ISessionEscrowV1.SessionRequestCreated.selector);
    }

    function test_challengedComesAfterTheTransfer() public {
        uint256 bookingId = attested(ISessionEscrowV1.Outcome.Completed);
        vm.recordLogs();
        vm.prank(guest);
        escrow.challenge(bookingId);
        expectOrder(TRANSFER, ISessionEscrowV1.Challenged.selector);
    }

    function test_withdrawnComesAfterTheTransfer() public {
        finalized(ISessionEscrowV1.Outcome.NoShowHost);
        vm.recordLogs();
        vm.prank(guest);
        escrow.withdrawOwed();
        expectOrder(TRANSFER, ISessionEscrowV1.OwedWithdrawn.selector);
    }

    function test_sweptComesAfterTheTransfer() public {
        token.mint(address(escrow), 1);
        vm.recordLogs();
        escrow.sweepTokenExcess();
        expectOrder(TRANSFER, ISessionEscrowV1.TokenSwept.selector);
    }
}
