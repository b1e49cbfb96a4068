// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {EscrowTest} from "./EscrowTest.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";

/// @notice createRequest
/// when the amount is zero: BAD_AMOUNT
/// when the duration is not 1 to 240 minutes: BAD_DURATION
/// when the window opens 60 s ahead or sooner: START_TOO_SOON
/// when it ends before it starts: BAD_WINDOW
/// when the expiry is not in the future: EXPIRED
/// when it is after the window: BAD_EXPIRY
/// given a target with a base price
///   when the amount is below it: LOW_OFFER
/// when the amount is 2^96 or more: AMOUNT_TOO_LARGE
/// when all is in bounds: it pulls the amount, and the request is open
contract CreateRequestTest is EscrowTest {
    struct Offer {
        address target;
        uint48 windowStart;
        uint48 windowEnd;
        uint32 durationMins;
        uint256 amount;
        uint48 expiry;
    }

    function good() private view returns (Offer memory) {
        return Offer(host, START, START + 1 hours, DURATION_MINS, PRICE + 7, START - 12 hours);
    }

    function create(Offer memory o) private returns (uint256) {
        vm.prank(guest);
        return escrow.createRequest(o.target, o.windowStart, o.windowEnd, o.durationMins, o.amount, o.expiry);
    }

    function expectRefusal(string memory reason, Offer memory offer) private {
        refuses(reason);
        create(offer);
    }

    function test_pullsTheAmountAndStaysOpen() public {
        Offer memory o = good();
        emits();
        emit ISessionEscrowV1.SessionRequestCreated(
            1, host, guest, o.windowStart, o.windowEnd, o.durationMins, o.amount, o.expiry
        );
        uint256 requestId = create(o);

        assertEq(requestId, 1);
        assertEq(escrow.nextRequestId(), 2);
        assertHeld(o.amount);
        assertEq(token.balanceOf(guest), FUNDS - o.amount);
        ISessionEscrowV1.SessionRequest memory r = escrow.getRequest(requestId);
        assertEq(r.hostTarget, host);
        assertEq(r.guest, guest);
        assertEq(r.windowStart, o.windowStart);
        assertEq(r.windowEnd, o.windowEnd);
        assertEq(r.durationMins, o.durationMins);
        assertEq(r.amount, o.amount);
        assertEq(r.expiry, o.expiry);
        assertEq(uint8(r.status), uint8(ISessionEscrowV1.SessionRequestStatus.Open));
        assertEq(r.slotId, 0);
        assertEq(r.bookingId, 0);
        assertEq(r.host, address(0));
    }

    function test_takesTheSmallestOfEverything() public {
        uint256 id = create(Offer(address(0), uint48(NOW + 61), uint48(NOW + 61), 1, 1, uint48(NOW + 1)));
        assertEq(escrow.getRequest(id).amount, 1);
    }

    function test_keepsTheLargestOfEverything() public {
        token.mint(guest, 2 ** 96);
        Offer memory o =
            Offer(address(type(uint160).max), type(uint48).max, type(uint48).max, 240, 2 ** 96 - 1, type(uint48).max);
        ISessionEscrowV1.SessionRequest memory r = escrow.getRequest(create(o));
        assertEq(r.hostTarget, o.target);
        assertEq(r.windowStart, o.windowStart);
        assertEq(r.windowEnd, o.windowEnd);
        assertEq(r.durationMins, 240);
        assertEq(r.amount, o.amount);
        assertEq(r.expiry, o.expiry);
    }

    function test_refusesNoAmount() public {
        Offer memory o = good();
        o.amount = 0;
        expectRefusal("BAD_AMOUNT", o);
    }

    function test_refusesADurationOutsideOneTo240() public {
        Offer memory o = good();
        o.durationMins = 0;
        expectRefusal("BAD_DURATION", o);
        o.durationMins = 241;
        expectRefusal("BAD_DURATION", o);
    }

    function test_refusesAWindowThatOpens60SecondsAhead() public {
        Offer memory o = good();
        o.windowStart = uint48(NOW + 60);
        expectRefusal("START_TOO_SOON", o);
    }

    function test_refusesAWindowThatEndsBeforeItStarts() public {
        Offer memory o = good();
        o.windowEnd = o.windowStart - 1;
        expectRefusal("BAD_WINDOW", o);
    }

    function test_refusesAnExpiryThatIsNow() public {
        Offer memory o = good();
        o.expiry = uint48(NOW);
        expectRefusal("EXPIRED", o);
    }

    function test_refusesAnExpiryAfterTheWindow() public {
        Offer memory o = good();
        o.expiry = o.windowEnd + 1;
        expectRefusal("BAD_EXPIRY", o);
        o.expiry = o.windowEnd;
        create(o);
    }

    function test_refusesLessThanTheTargetsBasePrice() public {
        Offer memory o = good();
        o.amount = PRICE - 1;
        expectRefusal("LOW_OFFER", o);
        o.amount = PRICE;
        create(o);
    }

    function test_takesAnyAmountForATargetWithoutAPrice() public {
        Offer memory o = good();
        o.target = stranger;
        o.amount = 1;
        create(o);
        assertHeld(1);
    }

    function test_refusesMoreThanATokenCanHold() public {
        Offer memory o = good();
        o.amount = 2 ** 96;
        expectRefusal("AMOUNT_TOO_LARGE", o);
    }

    function test_checksInTheOrderOfTheInterface() public {
        Offer memory o = Offer(host, 0, 0, 0, 0, 0);
        expectRefusal("BAD_AMOUNT", o);
        o.amount = 1;
        expectRefusal("BAD_DURATION", o);
        o.durationMins = 1;
        expectRefusal("START_TOO_SOON", o);
        o.windowStart = START;
        expectRefusal("BAD_WINDOW", o);
        o.windowEnd = START;
        expectRefusal("EXPIRED", o);
        o.expiry = START + 1;
        expectRefusal("BAD_EXPIRY", o);
        o.expiry = START;
        expectRefusal("LOW_OFFER", o);
        assertEq(escrow.nextRequestId(), 1);
        assertHeld(0);
    }
}

/// @notice cancelRequest
/// given a request that is accepted or cancelled, or an id never used: NOT_OPEN
/// given an open one
///   when anybody but its guest calls: NOT_GUEST
///   when its guest calls, before or after its expiry: the amount is credited
contract CancelRequestTest is EscrowTest {
    function test_creditsTheAmountAlsoAfterItsExpiry() public {
        uint256 requestId = requested();
        vm.warp(START + 1 days);
        emits();
        emit ISessionEscrowV1.SessionRequestCancelled(requestId, PRICE + 7);
        vm.prank(guest);
        escrow.cancelRequest(requestId);
        assertEq(uint8(escrow.getRequest(requestId).status), uint8(ISessionEscrowV1.SessionRequestStatus.Cancelled));
        assertEq(escrow.getRequest(requestId).amount, PRICE + 7);
        assertOwed(0, PRICE + 7, 0);
        assertHeld(PRICE + 7);
    }

    function test_checksStatusThenCaller() public {
        uint256 requestId = requested();
        refuses("NOT_GUEST");
        vm.prank(host);
        escrow.cancelRequest(requestId);
        vm.prank(guest);
        escrow.cancelRequest(requestId);
        refuses("NOT_OPEN"); // and not the guest
        vm.prank(host);
        escrow.cancelRequest(requestId);
        refuses("NOT_OPEN");
        vm.prank(guest);
        escrow.cancelRequest(requestId);
        refuses("NOT_OPEN");
        escrow.cancelRequest(0);
        assertOwed(0, PRICE + 7, 0);
    }

    function test_refusesOneThatWasAccepted() public {
        uint256 requestId = requested();
        accepted(requestId);
        refuses("NOT_OPEN");
        vm.prank(guest);
        escrow.cancelRequest(requestId);
    }
}

/// @notice acceptRequest
/// given a request that is accepted or cancelled, or an id never used: NOT_OPEN
/// given an open one
///   when its expiry is over: EXPIRED
///   when its guest calls: GUEST_CANNOT_ACCEPT
///   when it has a target and somebody else calls: NOT_HOST
///   when the amount is below the caller's base price: LOW_OFFER
///   when the start is outside the window: BAD_TIME
///   when the start is 60 s ahead or less: START_TOO_SOON
///   when the overlap is longer than the duration: BAD_OVERLAP
///   when the cutoff is more than a week: BAD_CUTOFF
///   when the target, or any host if there is none, accepts in time: slot and booking in one step, nothing is pulled
///     given a base price: the slot costs that, the booking the offer
///     given none: both cost the offer, and no base price is set
contract AcceptRequestTest is EscrowTest {
    uint48 internal constant EXPIRY = START - 12 hours;

    function expectRefusal(string memory reason, address by, uint256 id, uint48 start, uint32 overlap, uint32 cutoff)
        private
    {
        refuses(reason);
        vm.prank(by);
        escrow.acceptRequest(id, start, GRACE_MINS, overlap, cutoff);
    }

    function test_makesSlotAndBookingInOneStep() public {
        uint256 requestId = requested();
        emits();
        emit ISessionEscrowV1.SessionSlotCreated(1, host, START, DURATION_MINS, PRICE);
        emits();
        emit ISessionEscrowV1.SessionBooked(1, 1, guest, PRICE + 7);
        emits();
        emit ISessionEscrowV1.SessionRequestAccepted(requestId, host, 1, 1, START);
        (uint256 slotId, uint256 bookingId) = accepted(requestId);

        assertEq(slotId, 1);
        assertEq(bookingId, 1);
        assertHeld(PRICE + 7);
        ISessionEscrowV1.SessionSlot memory s = escrow.getSlot(slotId);
        assertEq(s.host, host);
        assertEq(s.startTime, START);
        assertEq(s.durationMins, DURATION_MINS);
        assertEq(s.price, PRICE);
        assertEq(s.graceMins, GRACE_MINS);
        assertEq(s.minOverlapMins, OVERLAP_MINS);
        assertEq(s.cancelCutoffMins, CUTOFF_MINS);
        assertEq(uint8(s.status), uint8(ISessionEscrowV1.SessionSlotStatus.Booked));
        assertEq(escrow.slotToBooking(slotId), bookingId);
        ISessionEscrowV1.SessionBooking memory b = escrow.getBooking(bookingId);
        assertEq(b.slotId, slotId);
        assertEq(b.guest, guest);
        assertEq(b.amount, PRICE + 7);
        assertEq(uint8(b.status), uint8(ISessionEscrowV1.SessionBookingStatus.Booked));
        ISessionEscrowV1.SessionRequest memory r = escrow.getRequest(requestId);
        assertEq(uint8(r.status), uint8(ISessionEscrowV1.SessionRequestStatus.Accepted));
        assertEq(r.slotId, slotId);
        assertEq(r.bookingId, bookingId);
        assertEq(r.host, host);
    }

    function test_withoutABasePriceTheSlotCostsTheOfferAndNoBasePriceIsSet() public {
        uint256 requestId = requested(address(0), 42);
        vm.prank(stranger);
        (uint256 slotId, uint256 bookingId) = escrow.acceptRequest(requestId, START, 0, 0, 0);
        assertEq(escrow.getSlot(slotId).price, 42);
        assertEq(escrow.getSlot(slotId).host, stranger);
        assertEq(escrow.getBooking(bookingId).amount, 42);
        assertEq(escrow.getRequest(requestId).host, stranger);
        assertEq(escrow.hostBasePrice(stranger), 0);
    }

    function test_afterAnEarlyCancelTheSlotIsOpenAtItsOwnPrice() public {
        uint256 requestId = requested();
        (uint256 slotId, uint256 first) = accepted(requestId);
        vm.prank(guest);
        escrow.cancelBookingAsGuest(first);
        assertOwed(0, PRICE + 7, 0);
        assertSlotStatus(slotId, ISessionEscrowV1.SessionSlotStatus.Open);
        assertEq(escrow.slotToBooking(slotId), 0);

        vm.prank(owner);
        escrow.setFeeBps(1);
        vm.prank(stranger);
        uint256 second = escrow.book(slotId);

        assertEq(second, first + 1);
        assertEq(escrow.getBooking(second).amount, PRICE);
        assertEq(escrow.getBooking(first).amount, PRICE + 7);
        assertEq(escrow.getBookingTerms(first).feeBps, FEE_BPS);
        assertEq(escrow.getBookingTerms(second).feeBps, 1);
        ISessionEscrowV1.SessionRequest memory r = escrow.getRequest(requestId);
        assertEq(uint8(r.status), uint8(ISessionEscrowV1.SessionRequestStatus.Accepted));
        assertEq(r.bookingId, first);
        assertHeld(PRICE + 7 + PRICE);
    }

    function test_theRebookedSlotPaysItsOwnPriceNotTheOffer() public {
        (uint256 slotId, uint256 first) = accepted(requested());
        vm.prank(guest);
        escrow.cancelBookingAsGuest(first);
        vm.prank(stranger);
        uint256 second = escrow.book(slotId);
        vm.warp(END);
        vm.prank(oracle);
        escrow.attest(second, ISessionEscrowV1.Outcome.NoShowHost, HASH);
        vm.warp(END + WINDOW);
        escrow.finalize(second);
        assertEq(escrow.owed(stranger), PRICE);
        assertEq(escrow.owed(guest), PRICE + 7);
    }

    function test_everyWayToSettlePaysTheOffer() public {
        (, uint256 bookingId) = accepted(requested());
        vm.warp(END);
        vm.prank(oracle);
        escrow.attest(bookingId, ISessionEscrowV1.Outcome.Completed, HASH);
        vm.warp(END + WINDOW);
        escrow.finalize(bookingId);
        uint256 fee = share(PRICE + 7, FEE_BPS);
        assertOwed(PRICE + 7 - fee, 0, fee);
        assertEq(escrow.getBooking(bookingId).amount, PRICE + 7);
    }

    function test_takesTheTermsOfTheAcceptance() public {
        uint256 requestId = requested();
        vm.prank(owner);
        escrow.setFeeBps(77);
        (, uint256 bookingId) = accepted(requestId);
        assertEq(escrow.getBookingTerms(bookingId).feeBps, 77);
    }

    function test_isOpenUpToTheExpiryInclusive() public {
        uint256 requestId = requested();
        vm.warp(EXPIRY);
        accepted(requestId);
    }

    function test_refusesOneSecondAfterTheExpiry() public {
        uint256 requestId = requested();
        vm.warp(EXPIRY + 1);
        expectRefusal("EXPIRED", host, requestId, START, 25, 120);
    }

    function test_refusesItsOwnGuest() public {
        uint256 requestId = requested(address(0), PRICE);
        expectRefusal("GUEST_CANNOT_ACCEPT", guest, requestId, START, 25, 120);
    }

    function test_refusesAnybodyButTheTarget() public {
        uint256 requestId = requested();
        expectRefusal("NOT_HOST", stranger, requestId, START, 25, 120);
    }

    function test_refusesLessThanTheCallersBasePrice() public {
        uint256 requestId = requested(address(0), PRICE - 1);
        expectRefusal("LOW_OFFER", host, requestId, START, 25, 120);
    }

    function test_refusesABasePriceRaisedSinceTheRequest() public {
        uint256 requestId = requested(host, PRICE);
        vm.prank(host);
        escrow.setHostBasePrice(PRICE + 1);
        expectRefusal("LOW_OFFER", host, requestId, START, 25, 120);
    }

    function test_startsWithinTheWindowBothEndsIncluded() public {
        uint256 requestId = requested();
        expectRefusal("BAD_TIME", host, requestId, START - 1, 25, 120);
        expectRefusal("BAD_TIME", host, requestId, START + 1 hours + 1, 25, 120);
        vm.prank(host);
        escrow.acceptRequest(requestId, START + 1 hours, GRACE_MINS, OVERLAP_MINS, CUTOFF_MINS);
    }

    function test_refusesAStart60SecondsAhead() public {
        vm.prank(guest);
        uint256 requestId = escrow.createRequest(host, START, START + 1 hours, DURATION_MINS, PRICE, START + 1 hours);
        vm.warp(START - 60);
        expectRefusal("START_TOO_SOON", host, requestId, START, 25, 120);
        vm.warp(START - 61);
        accepted(requestId);
    }

    function test_refusesBadTermsOfTheSlot() public {
        uint256 requestId = requested();
        expectRefusal("BAD_OVERLAP", host, requestId, START, DURATION_MINS + 1, 120);
        expectRefusal("BAD_CUTOFF", host, requestId, START, DURATION_MINS, 10_081);
    }

    function test_checksInTheOrderOfTheInterface() public {
        vm.prank(guest);
        uint256 requestId = escrow.createRequest(host, START, START + 1 hours, 30, PRICE, START + 1 hours);
        vm.prank(guest);
        escrow.setHostBasePrice(PRICE * 9);
        vm.prank(stranger);
        escrow.setHostBasePrice(PRICE * 9);
        vm.prank(host);
        escrow.setHostBasePrice(PRICE * 9);

        expectRefusal("NOT_OPEN", guest, requestId + 1, 0, 241, 10_081);
        vm.warp(START + 1 hours + 1);
        expectRefusal("EXPIRED", guest, requestId, 0, 241, 10_081);
        vm.warp(START + 10);
        expectRefusal("GUEST_CANNOT_ACCEPT", guest, requestId, 0, 241, 10_081);
        expectRefusal("NOT_HOST", stranger, requestId, 0, 241, 10_081);
        expectRefusal("LOW_OFFER", host, requestId, 0, 241, 10_081);
        vm.prank(host);
        escrow.setHostBasePrice(PRICE);
        expectRefusal("BAD_TIME", host, requestId, 0, 241, 10_081);
        expectRefusal("START_TOO_SOON", host, requestId, START, 241, 10_081);
        expectRefusal("BAD_OVERLAP", host, requestId, START + 71, 31, 10_081);
        expectRefusal("BAD_CUTOFF", host, requestId, START + 71, 30, 10_081);
        assertEq(escrow.nextSlotId(), 1);
        assertEq(escrow.nextBookingId(), 1);
    }

    function test_refusesTwiceAndAfterACancel() public {
        uint256 requestId = requested();
        accepted(requestId);
        expectRefusal("NOT_OPEN", host, requestId, START, 25, 120);
        uint256 other = requested();
        vm.prank(guest);
        escrow.cancelRequest(other);
        expectRefusal("NOT_OPEN", host, other, START, 25, 120);
    }
}
