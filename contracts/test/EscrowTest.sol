// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {Test} from "forge-std/Test.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";
import {ITip20, ITip20Factory} from "./ITip20.sol";

/// @notice A deployed escrow on a real TIP-20 token, its people, and the way to each state of a booking.
/// @dev The escrow is the bytecode that ships; times and money are chosen so that no two of them are equal by accident.
abstract contract EscrowTest is Test {
    ITip20Factory internal constant FACTORY = ITip20Factory(0x20Fc000000000000000000000000000000000000);
    address internal constant PATH_USD = 0x20C0000000000000000000000000000000000000;

    uint256 internal constant NOW = 1_800_000_000;
    uint48 internal constant START = uint48(NOW + 1 days);
    uint32 internal constant DURATION_MINS = 60;
    uint32 internal constant GRACE_MINS = 10;
    uint32 internal constant OVERLAP_MINS = 25;
    uint32 internal constant CUTOFF_MINS = 120;
    uint48 internal constant END = START + 60 minutes;

    uint256 internal constant PRICE = 10_000_003; // 10.000003 USD: no rate divides it
    uint256 internal constant BOND = 5_000_001;
    uint16 internal constant FEE_BPS = 1_250;
    uint16 internal constant PENALTY_BPS = 3_333;
    uint48 internal constant WINDOW = 1 hours;
    uint48 internal constant BUFFER = 6 hours;
    uint48 internal constant TIMEOUT = 7 days;
    uint256 internal constant FUNDS = 1e15;
    bytes32 internal constant HASH = keccak256("metrics");

    address internal owner = makeAddr("owner");
    address internal oracle = makeAddr("oracle");
    address internal treasury = makeAddr("treasury");
    address internal host = makeAddr("host");
    address internal guest = makeAddr("guest");
    address internal stranger = makeAddr("stranger");

    ITip20 internal token;
    ISessionEscrowV1 internal escrow;

    function setUp() public virtual {
        vm.warp(NOW);
        token = newToken();
        escrow = deploy(address(token));
        fund(guest);
        fund(host);
        fund(stranger);
        vm.prank(host);
        escrow.setHostBasePrice(PRICE);
    }

    // ------------------------------------------------------------------------------------------------ deployment

    function newToken() internal returns (ITip20 created) {
        created = ITip20(FACTORY.createToken("Test USD", "TUSD", "USD", PATH_USD, address(this), bytes32("test")));
        created.grantRole(created.ISSUER_ROLE(), address(this));
        created.grantRole(created.PAUSE_ROLE(), address(this));
        created.grantRole(created.UNPAUSE_ROLE(), address(this));
    }

    function deploy(address paymentToken) internal returns (ISessionEscrowV1) {
        return deploy(abi.encode(paymentToken, oracle, treasury, FEE_BPS, WINDOW, BOND, PENALTY_BPS, BUFFER, TIMEOUT));
    }

    /// @dev Passes a revert of the constructor on.
    function deploy(bytes memory arguments) internal returns (ISessionEscrowV1 deployed) {
        bytes memory code = bytes.concat(vm.getCode("out/SessionEscrowV1.sol/SessionEscrowV1.json"), arguments);
        vm.prank(owner);
        assembly {
            deployed := create(0, add(code, 32), mload(code))
            if iszero(deployed) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
        }
    }

    function fund(address account) internal {
        token.mint(account, FUNDS);
        vm.prank(account);
        token.approve(address(escrow), type(uint256).max);
    }

    // ---------------------------------------------------------------------------------------------------- states

    function open() internal returns (uint256 slotId) {
        vm.prank(host);
        return escrow.createSlot(START, DURATION_MINS, GRACE_MINS, OVERLAP_MINS, CUTOFF_MINS);
    }

    function booked() internal returns (uint256 bookingId) {
        uint256 slotId = open();
        vm.prank(guest);
        return escrow.book(slotId);
    }

    function attested(ISessionEscrowV1.Outcome outcome) internal returns (uint256 bookingId) {
        bookingId = booked();
        vm.warp(END);
        vm.prank(oracle);
        escrow.attest(bookingId, outcome, HASH);
    }

    function disputed(ISessionEscrowV1.Outcome outcome, address challenger) internal returns (uint256 bookingId) {
        bookingId = attested(outcome);
        vm.warp(END + 1 minutes);
        vm.prank(challenger);
        escrow.challenge(bookingId);
    }

    function resolved(ISessionEscrowV1.Outcome outcome) internal returns (uint256 bookingId) {
        bookingId = disputed(ISessionEscrowV1.Outcome.Completed, guest);
        vm.prank(owner);
        escrow.resolveDispute(bookingId, outcome);
    }

    function finalized(ISessionEscrowV1.Outcome outcome) internal returns (uint256 bookingId) {
        bookingId = attested(outcome);
        vm.warp(END + WINDOW);
        escrow.finalize(bookingId);
    }

    function requested() internal returns (uint256 requestId) {
        return requested(host, PRICE + 7);
    }

    /// @dev Any start within an hour of START; to be accepted until half a day before.
    function requested(address target, uint256 amount) internal returns (uint256 requestId) {
        vm.prank(guest);
        return escrow.createRequest(target, START, START + 1 hours, DURATION_MINS, amount, START - 12 hours);
    }

    function accepted(uint256 requestId) internal returns (uint256 slotId, uint256 bookingId) {
        vm.prank(host);
        return escrow.acceptRequest(requestId, START, GRACE_MINS, OVERLAP_MINS, CUTOFF_MINS);
    }

    // ------------------------------------------------------------------------------------------------ assertions

    /// @dev The next call reverts with this reason.
    function refuses(string memory reason) internal {
        vm.expectRevert(bytes(reason));
    }

    /// @dev The next call emits, first or later, exactly the event that is emitted after this line.
    function emits() internal {
        vm.expectEmit(true, true, true, true, address(escrow));
    }

    function assertStatus(uint256 bookingId, ISessionEscrowV1.SessionBookingStatus expected) internal view {
        assertEq(uint8(escrow.getBooking(bookingId).status), uint8(expected), "booking status");
    }

    function assertSlotStatus(uint256 slotId, ISessionEscrowV1.SessionSlotStatus expected) internal view {
        assertEq(uint8(escrow.getSlot(slotId).status), uint8(expected), "slot status");
    }

    function assertOwed(uint256 hostOwed, uint256 guestOwed, uint256 treasuryOwed) internal view {
        assertEq(escrow.owed(host), hostOwed, "owed to the host");
        assertEq(escrow.owed(guest), guestOwed, "owed to the guest");
        assertEq(escrow.owed(treasury), treasuryOwed, "owed to the treasury");
    }

    function assertHeld(uint256 expected) internal view {
        assertEq(escrow.totalHeld(), expected, "totalHeld");
        assertEq(token.balanceOf(address(escrow)), expected, "balance");
    }

    function share(uint256 amount, uint256 bps) internal pure returns (uint256) {
        return amount * bps / 10_000;
    }
}
