// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

/// @notice A treasury that takes no native currency.
contract RefusesNative {}

/// @notice A token that does what it likes when it is called: calls back, answers false, nothing, garbage, or reverts.
contract HostileToken {
    enum Answer {
        True,
        False,
        Nothing,
        Garbage,
        Revert
    }

    error Refused(uint256 why);

    Answer public answer;
    address public target;
    bytes public data;
    bool public calledBack;
    bytes public result;
    uint256 public balance;

    function set(Answer answer_) external {
        answer = answer_;
    }

    function setBalance(uint256 balance_) external {
        balance = balance_;
    }

    /// @dev The next transfer calls `target_` back, once.
    function arm(address target_, bytes calldata data_) external {
        target = target_;
        data = data_;
        calledBack = false;
    }

    function balanceOf(address) external view returns (uint256) {
        return balance;
    }

    function transfer(address, uint256) external {
        respond();
    }

    function transferFrom(address, address, uint256) external {
        respond();
    }

    /// @dev Native currency, too, is a way to be called.
    receive() external payable {
        callBack();
    }

    function respond() private {
        callBack();
        Answer chosen = answer;
        if (chosen == Answer.Revert) revert Refused(7);
        assembly {
            mstore(0, 1)
            switch chosen
            case 0 { return(0, 32) }
            case 1 {
                mstore(0, 0)
                return(0, 32)
            }
            case 2 { return(0, 0) }
            default { return(0, 5) }
        }
    }

    function callBack() private {
        if (target == address(0)) return;
        address to = target;
        target = address(0);
        (bool done, bytes memory returned) = to.call(data);
        calledBack = !done;
        result = returned;
    }
}
