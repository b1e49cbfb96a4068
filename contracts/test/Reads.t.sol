// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {EscrowTest} from "./EscrowTest.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";

/// @notice getSlot, slots, slotToBooking, getBooking, bookings, getBookingTerms, bookingTerms, getRequest, requests, owed,
/// hostBasePrice
/// given an id that was used: the flat getters say what the structs say
/// given an id or account never used: zeros, and no revert
contract ReadsTest is EscrowTest {
    function assertSame(string memory flat, string memory struct_, uint256 id) private view {
        (bool a, bytes memory x) = address(escrow).staticcall(abi.encodeWithSignature(flat, id));
        (bool b, bytes memory y) = address(escrow).staticcall(abi.encodeWithSignature(struct_, id));
        assertTrue(a && b);
        assertEq(x, y, flat); // a struct of value types is encoded as its fields in a row
    }

    function assertSame(uint256 id) private view {
        assertSame("slots(uint256)", "getSlot(uint256)", id);
        assertSame("bookings(uint256)", "getBooking(uint256)", id);
        assertSame("bookingTerms(uint256)", "getBookingTerms(uint256)", id);
        assertSame("requests(uint256)", "getRequest(uint256)", id);
    }

    function test_flatGettersSayWhatTheStructsSay() public {
        uint256 requestId = requested();
        accepted(requestId);
        assertSame(1);
        assertSame(2);
        vm.prank(host);
        escrow.cancelBookingAsHost(1);
        assertSame(1);
    }

    function test_flatGettersSayWhatTheStructsSayInADispute() public {
        disputed(ISessionEscrowV1.Outcome.NoShowGuest, host);
        assertSame(1);
        vm.prank(owner);
        escrow.resolveDispute(1, ISessionEscrowV1.Outcome.NoShowHost);
        assertSame(1);
        escrow.finalize(1);
        assertSame(1);
    }

    function test_idsNeverUsedReadZero() public {
        requested();
        booked();
        uint256[4] memory ids = [uint256(0), 2, 2 ** 32 + 1, type(uint256).max];
        for (uint256 i = 0; i < ids.length; ++i) {
            uint256 id = ids[i];
            ISessionEscrowV1.SessionSlot memory slot;
            ISessionEscrowV1.SessionBooking memory booking;
            ISessionEscrowV1.BookingTerms memory terms;
            ISessionEscrowV1.SessionRequest memory request;
            assertEq(abi.encode(escrow.getSlot(id)), abi.encode(slot));
            assertEq(abi.encode(escrow.getBooking(id)), abi.encode(booking));
            assertEq(abi.encode(escrow.getBookingTerms(id)), abi.encode(terms));
            assertEq(abi.encode(escrow.getRequest(id)), abi.encode(request));
            assertEq(escrow.slotToBooking(id), 0);
            assertSame(id);
        }
        assertEq(escrow.owed(address(0)), 0);
        assertEq(escrow.hostBasePrice(address(0)), 0);
    }

    function test_bookingFunctionsOnIdsNeverUsedNameTheirStatus() public {
        refuses("NOT_BOOKED");
        escrow.cancelBookingAsGuest(9);
        refuses("NOT_BOOKED");
        escrow.cancelBookingAsHost(9);
        refuses("NOT_BOOKED");
        escrow.claimIfUnattested(9);
        refuses("NOT_ATTESTED");
        escrow.challenge(9);
        refuses("NOT_DISPUTED");
        escrow.finalizeDisputeByTimeout(9);
        refuses("NOT_FINALIZABLE");
        escrow.finalize(9);
        refuses("NOT_OPEN");
        escrow.cancelRequest(9);
        refuses("NOT_OPEN");
        escrow.acceptRequest(9, START, 0, 0, 0);
    }
}
