// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {EscrowTest} from "./EscrowTest.sol";
import {EscrowHandler} from "./EscrowHandler.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";

/// @notice What holds after every step of any history of hosts, guests, oracle, owner and time:
/// 1. Solvency: the token balance is at least totalHeld.
/// 2. Conservation: totalHeld is exactly the bookings not yet credited, the open requests, the bonds and all that is owed.
/// 3. Nothing is created or lost: what the parties put in is what they took out, plus the balance.
/// 4. One booking a slot: a booked slot points to a live booking that points back; an open one to none.
/// 5. Terms never change, nor do a booking's slot, guest and amount.
/// 6. A booking's status moves only as: Booked to Cancelled, Attested or Finalized; Attested to Disputed or Finalized;
///    Disputed to Resolved; Resolved to Finalized. A request's only from Open; a slot's never from Cancelled or Settled.
/// 7. Nobody's owed falls but by their own withdrawal.
/// 8. Nobody but a party, the oracle or the owner moves a slot, booking, request or setting that is theirs to move.
/// 9. Time and hash of an attestation stay, whatever a dispute makes of its outcome.
/// 10. A paused token pays nothing out, and nothing of what is owed is lost by the attempt.
/// 5 to 10 are held by the handler around every step.
contract EscrowInvariants is EscrowTest {
    EscrowHandler internal handler;

    function setUp() public override {
        super.setUp();
        handler = new EscrowHandler(escrow, token, owner, oracle, treasury);
        token.grantRole(token.ISSUER_ROLE(), address(handler));
        token.grantRole(token.PAUSE_ROLE(), address(handler));
        token.grantRole(token.UNPAUSE_ROLE(), address(handler));
        handler.fundEverybody();
        targetContract(address(handler));
        bytes4[] memory notAStep = new bytes4[](1);
        notAStep[0] = EscrowHandler.fundEverybody.selector;
        excludeSelector(FuzzSelector(address(handler), notAStep));
    }

    function invariant_solvencyAndConservation() public view {
        uint256 held = escrow.totalHeld();
        assertGe(token.balanceOf(address(escrow)), held, "solvency");
        assertEq(held, handler.liveBookings() + handler.openRequests() + handler.allOwed(), "conservation");
    }

    function invariant_nothingIsCreatedOrLost() public view {
        assertEq(
            handler.minted() + FUNDS * 3,
            handler.allBalances() + token.balanceOf(host) + token.balanceOf(guest) + token.balanceOf(stranger)
                + token.balanceOf(address(escrow))
        );
    }

    function invariant_oneBookingASlot() public view {
        for (uint256 slotId = 1; slotId < escrow.nextSlotId(); ++slotId) {
            uint256 bookingId = escrow.slotToBooking(slotId);
            ISessionEscrowV1.SessionSlotStatus status = escrow.getSlot(slotId).status;
            if (status == ISessionEscrowV1.SessionSlotStatus.Open) {
                assertEq(bookingId, 0, "an open slot has no booking");
            } else if (status == ISessionEscrowV1.SessionSlotStatus.Booked) {
                ISessionEscrowV1.SessionBooking memory b = escrow.getBooking(bookingId);
                assertEq(b.slotId, slotId, "a booked slot's booking points back");
                assertTrue(handler.isLive(b.status), "a booked slot's booking is live");
            }
        }
    }

    /// @dev A run that never got anywhere would prove nothing: what was reached is printed with -vv.
    function afterInvariant() public {
        string[7] memory names = ["", "booked", "cancelled", "attested", "disputed", "resolved", "finalized"];
        emit log_named_uint("steps that changed something", handler.steps());
        for (uint256 i = 1; i < names.length; ++i) {
            emit log_named_uint(names[i], handler.reached(ISessionEscrowV1.SessionBookingStatus(i)));
        }
    }
}
