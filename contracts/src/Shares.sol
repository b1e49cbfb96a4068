// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

/// @dev One whole, in basis points.
uint256 constant WHOLE_BPS = 10_000;

/// @dev Rounded down: what is lost in rounding stays with the party that the share is taken from.
function shareDown(uint256 amount, uint256 bps) pure returns (uint256) {
    return (amount * bps) / WHOLE_BPS;
}
