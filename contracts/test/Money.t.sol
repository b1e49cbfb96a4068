// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {EscrowTest} from "./EscrowTest.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";

/// @notice Whatever the amounts and rates: each settlement splits exactly what was paid, rounding in favour of who pays
/// the share, and everybody can withdraw until the escrow is empty.
contract MoneyTest is EscrowTest {
    function configure(uint256 price, uint256 fee, uint256 penalty, uint256 bond)
        private
        returns (uint256 amount, uint16 feeBps, uint16 penaltyBps, uint256 bondAmount)
    {
        amount = _bound(price, 1, 2 ** 96 - 1);
        feeBps = uint16(_bound(fee, 0, 2_000));
        penaltyBps = uint16(_bound(penalty, 0, 10_000));
        bondAmount = _bound(bond, 1, 2 ** 96 - 1);
        vm.startPrank(owner);
        escrow.setFeeBps(feeBps);
        escrow.setLateCancelPenaltyBps(penaltyBps);
        escrow.setChallengeBond(bondAmount);
        vm.stopPrank();
        vm.prank(host);
        escrow.setHostBasePrice(amount);
        token.mint(guest, amount + bondAmount);
        token.mint(host, bondAmount);
    }

    function withdrawAll() private {
        address[3] memory payees = [host, guest, treasury];
        for (uint256 i = 0; i < payees.length; ++i) {
            if (escrow.owed(payees[i]) == 0) continue;
            vm.prank(payees[i]);
            escrow.withdrawOwed();
        }
        assertHeld(0);
    }

    function testFuzz_aPayoutIsSplitExactly(uint256 price, uint256 fee) public {
        (uint256 amount, uint16 feeBps,,) = configure(price, fee, 0, 1);
        finalized(ISessionEscrowV1.Outcome.Completed);
        uint256 feePaid = share(amount, feeBps);
        assertOwed(amount - feePaid, 0, feePaid);
        assertLe(feePaid * 10_000, amount * feeBps);
        withdrawAll();
    }

    function testFuzz_aLateCancelIsSplitExactly(uint256 price, uint256 fee, uint256 penalty) public {
        (uint256 amount, uint16 feeBps, uint16 penaltyBps,) = configure(price, fee, penalty, 1);
        uint256 bookingId = booked();
        vm.warp(START - 1);
        vm.prank(guest);
        escrow.cancelBookingAsGuest(bookingId);
        uint256 lost = share(amount, penaltyBps);
        uint256 feePaid = share(lost, feeBps);
        assertOwed(lost - feePaid, amount - lost, feePaid);
        assertEq(escrow.owed(host) + escrow.owed(guest) + escrow.owed(treasury), amount);
        withdrawAll();
    }

    function testFuzz_aBondGoesToOneOfTheTwoInFull(uint256 price, uint256 bond, bool byHost, uint8 was, uint8 becomes)
        public
    {
        (uint256 amount,,, uint256 bondAmount) = configure(price, 0, 0, bond);
        ISessionEscrowV1.Outcome first = ISessionEscrowV1.Outcome(_bound(was, 1, 3));
        ISessionEscrowV1.Outcome last = ISessionEscrowV1.Outcome(_bound(becomes, 1, 3));
        uint256 bookingId = disputed(first, byHost ? host : guest);
        assertHeld(amount + bondAmount);
        vm.prank(owner);
        escrow.resolveDispute(bookingId, last);
        bool toHost = byHost == (first != last);
        assertOwed(toHost ? bondAmount : 0, toHost ? 0 : bondAmount, 0);
        escrow.finalize(bookingId);
        assertEq(escrow.owed(host) + escrow.owed(guest), amount + bondAmount);
        withdrawAll();
    }

    function testFuzz_anOfferIsSettledAtTheOffer(uint256 price, uint256 offer, uint256 fee) public {
        (uint256 amount, uint16 feeBps,,) = configure(price, fee, 0, 1);
        uint256 offered = _bound(offer, amount, 2 ** 96 - 1);
        token.mint(guest, offered);
        (uint256 slotId, uint256 bookingId) = accepted(requested(host, offered));
        assertEq(escrow.getSlot(slotId).price, amount);
        assertEq(escrow.getBooking(bookingId).amount, offered);
        vm.warp(END);
        vm.prank(oracle);
        escrow.attest(bookingId, ISessionEscrowV1.Outcome.NoShowGuest, HASH);
        vm.warp(END + WINDOW);
        escrow.finalize(bookingId);
        assertOwed(offered - share(offered, feeBps), 0, share(offered, feeBps));
        withdrawAll();
    }
}
