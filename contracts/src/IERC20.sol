// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

/// @notice What the escrow asks of its payment token. TIP-20 tokens answer true or revert.
interface IERC20 {
    function balanceOf(address account) external view returns (uint256);

    function transfer(address to, uint256 amount) external returns (bool);

    function transferFrom(address from, address to, uint256 amount) external returns (bool);
}
