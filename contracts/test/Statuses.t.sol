// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {EscrowTest} from "./EscrowTest.sol";
import {ISessionEscrowV1} from "../src/ISessionEscrowV1.sol";

/// @notice What a booking's functions may do in each of its statuses: who may call does, at a time that is right, and every
/// step that is not in the picture of docs/escrow.md is refused with the reason of the status.
/// given None, Cancelled, Finalized: nothing
/// given Booked: cancelBookingAsGuest, cancelBookingAsHost, attest, claimIfUnattested
/// given Attested: challenge, finalize
/// given Disputed: resolveDispute, finalizeDisputeByTimeout
/// given Resolved: finalize
contract StatusesTest is EscrowTest {
    ISessionEscrowV1.Outcome internal constant COMPLETED = ISessionEscrowV1.Outcome.Completed;

    struct Step {
        address by;
        bytes data;
        string refusal;
    }

    function steps(uint256 id) private view returns (Step[8] memory) {
        return [
            Step(guest, abi.encodeCall(ISessionEscrowV1.cancelBookingAsGuest, (id)), "NOT_BOOKED"),
            Step(host, abi.encodeCall(ISessionEscrowV1.cancelBookingAsHost, (id)), "NOT_BOOKED"),
            Step(oracle, abi.encodeCall(ISessionEscrowV1.attest, (id, COMPLETED, HASH)), "NOT_BOOKED"),
            Step(guest, abi.encodeCall(ISessionEscrowV1.claimIfUnattested, (id)), "NOT_BOOKED"),
            Step(guest, abi.encodeCall(ISessionEscrowV1.challenge, (id)), "NOT_ATTESTED"),
            Step(owner, abi.encodeCall(ISessionEscrowV1.resolveDispute, (id, COMPLETED)), "NOT_DISPUTED"),
            Step(stranger, abi.encodeCall(ISessionEscrowV1.finalizeDisputeByTimeout, (id)), "NOT_DISPUTED"),
            Step(stranger, abi.encodeCall(ISessionEscrowV1.finalize, (id)), "NOT_FINALIZABLE")
        ];
    }

    /// @param allowed one character for each step: 1 where the status allows it
    function assertAllows(uint256 id, ISessionEscrowV1.SessionBookingStatus status, string memory allowed) private {
        assertStatus(id, status);
        Step[8] memory all = steps(id);
        uint256[4] memory times = [uint256(START - 1), END, END + BUFFER, END + TIMEOUT + 1 days];
        for (uint256 i = 0; i < all.length; ++i) {
            bool succeeded = false;
            for (uint256 t = 0; t < times.length; ++t) {
                uint256 before = vm.snapshotState();
                vm.warp(times[t]);
                vm.prank(all[i].by);
                (bool done, bytes memory answer) = address(escrow).call(all[i].data);
                bool byStatus = keccak256(answer) == keccak256(abi.encodeWithSignature("Error(string)", all[i].refusal));
                assertEq(byStatus, bytes(allowed)[i] == "0", string.concat("step ", vm.toString(i), " by its status"));
                succeeded = succeeded || done;
                vm.revertToState(before);
            }
            assertEq(succeeded, bytes(allowed)[i] == "1", string.concat("step ", vm.toString(i)));
        }
    }

    function test_noneAllowsNothing() public {
        assertAllows(1, ISessionEscrowV1.SessionBookingStatus.None, "00000000");
    }

    function test_bookedAllowsCancelsAttestationAndClaim() public {
        assertAllows(booked(), ISessionEscrowV1.SessionBookingStatus.Booked, "11110000");
    }

    function test_cancelledAllowsNothing() public {
        uint256 early = booked();
        vm.prank(guest);
        escrow.cancelBookingAsGuest(early);
        uint256 late = booked();
        uint256 byHost = booked();
        vm.prank(host);
        escrow.cancelBookingAsHost(byHost);
        vm.warp(START - 1);
        vm.prank(guest);
        escrow.cancelBookingAsGuest(late);
        assertAllows(early, ISessionEscrowV1.SessionBookingStatus.Cancelled, "00000000");
        assertAllows(late, ISessionEscrowV1.SessionBookingStatus.Cancelled, "00000000");
        assertAllows(byHost, ISessionEscrowV1.SessionBookingStatus.Cancelled, "00000000");
    }

    function test_attestedAllowsAChallengeAndItsSettlement() public {
        assertAllows(attested(COMPLETED), ISessionEscrowV1.SessionBookingStatus.Attested, "00001001");
    }

    function test_disputedAllowsItsEndAlone() public {
        assertAllows(disputed(COMPLETED, guest), ISessionEscrowV1.SessionBookingStatus.Disputed, "00000110");
    }

    function test_resolvedAllowsItsSettlementAlone() public {
        assertAllows(resolved(COMPLETED), ISessionEscrowV1.SessionBookingStatus.Resolved, "00000001");
    }

    function test_finalizedAllowsNothing() public {
        uint256 settled = finalized(COMPLETED);
        vm.warp(NOW);
        uint256 claimed = booked();
        vm.warp(END + BUFFER);
        vm.prank(guest);
        escrow.claimIfUnattested(claimed);
        assertAllows(settled, ISessionEscrowV1.SessionBookingStatus.Finalized, "00000000");
        assertAllows(claimed, ISessionEscrowV1.SessionBookingStatus.Finalized, "00000000");
    }
}
