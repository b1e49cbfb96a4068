// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

/// @notice Reverts with `Error(string)` and the given reason unless the condition holds.
/// @dev Does what `require(holds, "REASON")` does. Deployed code costs 1,000 gas a byte on Tempo, and `require` repeats
/// the encoding of its string at each of its seventy places; a reason passed as a word is encoded here, once.
function check(bool holds, bytes32 reason) pure {
    if (!holds) fail(reason);
}

/// @dev Error(string) is its selector, the offset of the text (32), its length, and the text padded to a word. Memory is
/// overwritten from its start, which is safe since the call ends here.
function fail(bytes32 reason) pure {
    // solhint-disable-next-line no-inline-assembly
    assembly ("memory-safe") {
        let length := 0
        for {} byte(length, reason) {} { length := add(length, 1) }
        mstore(0x00, 0x08c379a0)
        mstore(0x20, 0x20)
        mstore(0x40, length)
        mstore(0x60, reason)
        revert(0x1c, 0x64)
    }
}
