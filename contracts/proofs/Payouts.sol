// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {WHOLE_BPS, shareDown} from "../src/Shares.sol";

/// @notice What solc's SMT checker proves for every amount, fee and penalty: no assertion can fail, nothing overflows.
/// `shareDown` is the contract's own; the subtractions beside it are those of its `_payHost` and `cancelBookingAsGuest`.
contract PayoutsProof {
    uint256 private constant MAX_FEE_BPS = 2_000;

    /// @notice Completed and NoShowGuest: fee and host's part are the amount, and the fee is at most a fifth.
    function aPayoutIsSplitExactly(uint96 amount, uint16 feeBps) external pure {
        require(feeBps <= MAX_FEE_BPS);
        uint256 fee = shareDown(amount, feeBps);
        uint256 hostPaid = amount - fee;
        assert(hostPaid + fee == amount);
        assert(fee * 5 <= amount);
    }

    /// @notice A late cancel: refund, host's part and fee are the amount.
    function aLateCancelIsSplitExactly(uint96 amount, uint16 penaltyBps, uint16 feeBps) external pure {
        require(penaltyBps <= WHOLE_BPS);
        require(feeBps <= MAX_FEE_BPS);
        uint256 penalty = shareDown(amount, penaltyBps);
        uint256 fee = shareDown(penalty, feeBps);
        uint256 hostPaid = penalty - fee;
        uint256 refund = amount - penalty;
        assert(refund + hostPaid + fee == amount);
    }
}
