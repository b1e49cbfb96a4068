// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {IERC20} from "../src/IERC20.sol";

/// @notice What the tests use of Tempo's TIP-20 tokens.
interface ITip20 is IERC20 {
    error ContractPaused();
    error InsufficientAllowance();
    error InsufficientBalance(uint256 available, uint256 required, address token);
    error PolicyForbids();

    function approve(address spender, uint256 amount) external returns (bool);

    function mint(address to, uint256 amount) external;

    function pause() external;

    function unpause() external;

    function changeTransferPolicyId(uint64 policyId) external;

    function grantRole(bytes32 role, address account) external;

    function ISSUER_ROLE() external view returns (bytes32);

    function PAUSE_ROLE() external view returns (bytes32);

    function UNPAUSE_ROLE() external view returns (bytes32);
}

/// @notice Creates tokens: 0x20fc000000000000000000000000000000000000.
interface ITip20Factory {
    function createToken(
        string memory name,
        string memory symbol,
        string memory currency,
        address quoteToken,
        address admin,
        bytes32 salt
    ) external returns (address);
}

/// @notice Transfer policies (TIP-403): 0x403c000000000000000000000000000000000000.
interface ITip403Registry {
    enum PolicyType {
        WHITELIST,
        BLACKLIST
    }

    function createPolicy(address admin, PolicyType policyType) external returns (uint64);

    function modifyPolicyBlacklist(uint64 policyId, address account, bool restricted) external;
}
