// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.25;

import {ISessionEscrowV1} from "./ISessionEscrowV1.sol";

/// @notice Where a booking stands, in one byte, so that a booking fits into one storage word.
/// @dev Bits 0-2: status; 3-5: outcome; 6: it came from a request; 7: the host is who challenged (while Disputed).
type BookingState is uint8;

using {
    status,
    outcome,
    isFromRequest,
    isChallengedByHost,
    withStatus,
    attested,
    challenged,
    resolved
} for BookingState global;

uint8 constant STATUS_MASK = 0x07;
uint8 constant OUTCOME_SHIFT = 3;
uint8 constant FROM_REQUEST = 0x40;
uint8 constant CHALLENGED_BY_HOST = 0x80;

/// @dev A new booking.
function bookedState(bool fromRequest) pure returns (BookingState) {
    uint8 origin = fromRequest ? FROM_REQUEST : 0;
    return BookingState.wrap(origin | uint8(ISessionEscrowV1.SessionBookingStatus.Booked));
}

function status(BookingState state) pure returns (ISessionEscrowV1.SessionBookingStatus) {
    return ISessionEscrowV1.SessionBookingStatus(BookingState.unwrap(state) & STATUS_MASK);
}

function outcome(BookingState state) pure returns (ISessionEscrowV1.Outcome) {
    return ISessionEscrowV1.Outcome((BookingState.unwrap(state) >> OUTCOME_SHIFT) & STATUS_MASK);
}

function isFromRequest(BookingState state) pure returns (bool) {
    return BookingState.unwrap(state) & FROM_REQUEST != 0;
}

function isChallengedByHost(BookingState state) pure returns (bool) {
    return BookingState.unwrap(state) & CHALLENGED_BY_HOST != 0;
}

/// @dev Another status; all else stays.
function withStatus(BookingState state, ISessionEscrowV1.SessionBookingStatus next) pure returns (BookingState) {
    return BookingState.wrap((BookingState.unwrap(state) & ~STATUS_MASK) | uint8(next));
}

function attested(BookingState state, ISessionEscrowV1.Outcome result) pure returns (BookingState) {
    return withOutcome(state, result, ISessionEscrowV1.SessionBookingStatus.Attested);
}

function challenged(BookingState state, bool byHost) pure returns (BookingState) {
    BookingState disputed = withStatus(state, ISessionEscrowV1.SessionBookingStatus.Disputed);
    return byHost ? BookingState.wrap(BookingState.unwrap(disputed) | CHALLENGED_BY_HOST) : disputed;
}

function resolved(BookingState state, ISessionEscrowV1.Outcome result) pure returns (BookingState) {
    return withOutcome(state, result, ISessionEscrowV1.SessionBookingStatus.Resolved);
}

/// @dev Keeps only where the booking came from: a challenger is forgotten.
function withOutcome(BookingState state, ISessionEscrowV1.Outcome result, ISessionEscrowV1.SessionBookingStatus next)
    pure
    returns (BookingState)
{
    uint8 origin = BookingState.unwrap(state) & FROM_REQUEST;
    return BookingState.wrap(origin | uint8(next) | (uint8(result) << OUTCOME_SHIFT));
}
