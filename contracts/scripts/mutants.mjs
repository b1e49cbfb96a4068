// Small errors that somebody could make in the contract: what it would be, file, text, and the text in its place.
// `npm run mutate` makes each of them in a copy and says which ones no test notices. A text stands for its first place in
// the file, or, with a number after it, for that place.
const ESCROW = 'src/SessionEscrowV1.sol';

export const MUTANTS = [
  // Ends of windows, a second off
  [
    'book 60 s before the start',
    ESCROW,
    'startTime > block.timestamp + MIN_LEAD',
    'startTime >= block.timestamp + MIN_LEAD',
  ],
  ['guest cancels at the start', ESCROW, 'block.timestamp < slot.startTime', 'block.timestamp <= slot.startTime'],
  ['host cancels at the start', ESCROW, 'block.timestamp < slot.startTime', 'block.timestamp <= slot.startTime', 2],
  [
    'the last free second costs the penalty',
    ESCROW,
    'cancelCutoffMins) <= slot.startTime',
    'cancelCutoffMins) < slot.startTime',
  ],
  ['request whose window is one second', ESCROW, 'windowEnd >= windowStart', 'windowEnd > windowStart'],
  ['request that expires now', ESCROW, 'expiry > block.timestamp', 'expiry >= block.timestamp'],
  ['request that expires when its window ends', ESCROW, 'expiry <= windowEnd', 'expiry < windowEnd'],
  ['accept in the last second', ESCROW, 'block.timestamp <= request.expiry', 'block.timestamp < request.expiry'],
  ['accept at the start of the window', ESCROW, 'request.windowStart <= startTime', 'request.windowStart < startTime'],
  ['accept at the end of the window', ESCROW, 'startTime <= request.windowEnd', 'startTime < request.windowEnd'],
  ['Completed from the first second', ESCROW, 'block.timestamp >= overlapMet', 'block.timestamp > overlapMet'],
  [
    'Completed in the last second',
    ESCROW,
    'block.timestamp <= _end(slot) + COMPLETED',
    'block.timestamp < _end(slot) + COMPLETED',
  ],
  [
    'no-show from the first second',
    ESCROW,
    'block.timestamp >= slot.startTime + grace',
    'block.timestamp > slot.startTime + grace',
  ],
  [
    'no-show in the last second',
    ESCROW,
    'block.timestamp <= _end(slot) + grace',
    'block.timestamp < _end(slot) + grace',
  ],
  [
    'claim from the first second',
    ESCROW,
    'block.timestamp >= _end(slot) + termsOf',
    'block.timestamp > _end(slot) + termsOf',
  ],
  ['challenge when the window is over', ESCROW, 'block.timestamp < _windowEnd', 'block.timestamp <= _windowEnd'],
  [
    'dispute times out from the first second',
    ESCROW,
    'block.timestamp >= slot.disputeTime',
    'block.timestamp > slot.disputeTime',
  ],
  ['finalize from the first second', ESCROW, 'block.timestamp >= _finalizableAt', 'block.timestamp > _finalizableAt'],

  // Limits
  ['a fee over its limit', ESCROW, 'bps <= MAX_FEE_BPS', 'bps <= MAX_FEE_BPS + 1'],
  ['an offer below the target\'s price', ESCROW, 'amount >= hostBasePrice(hostTarget)', 'amount > 0'],
  [
    'an offer of exactly the caller\'s price',
    ESCROW,
    'amount >= priceOf[priceId].amount',
    'amount > priceOf[priceId].amount',
  ],
  [
    'an offer that is cut to 96 bits',
    ESCROW,
    'check(amount >= hostBasePrice(hostTarget), "LOW_OFFER");\n        _checkAmount(amount);',
    'check(amount >= hostBasePrice(hostTarget), "LOW_OFFER");',
  ],
  ['a session of 241 minutes', ESCROW, 'durationMins <= MAX_DURATION_MINS', 'durationMins <= MAX_DURATION_MINS + 1'],

  // Who and in which order
  ['a host books its own slot', ESCROW, '        check(msg.sender != price.host, "HOST_CANNOT_BOOK");\n', ''],
  [
    'a guest accepts its own request',
    ESCROW,
    '        check(msg.sender != request.guest, "GUEST_CANNOT_ACCEPT");\n',
    '',
  ],
  [
    'anybody accepts a targeted request',
    ESCROW,
    'request.hostTarget == address(0) || request.hostTarget == msg.sender',
    'true',
  ],
  [
    'the host may not claim',
    ESCROW,
    'msg.sender == booking.guest || msg.sender == _host(slot)',
    'msg.sender == booking.guest',
  ],
  [
    'anybody sets the treasury',
    ESCROW,
    'setTreasury(address t) external override onlyOwner',
    'setTreasury(address t) external override',
  ],
  ['a pending owner is never cleared', ESCROW, '        pendingOwner = address(0);\n', ''],
  [
    'challenge names the caller before the window',
    ESCROW,
    '        check(block.timestamp < _windowEnd(booking), "WINDOW_OVER");\n' +
      '        bool byHost = msg.sender == _host(slot);\n' +
      '        check(byHost || msg.sender == booking.guest, "NOT_PARTY");',
    '        bool byHost = msg.sender == _host(slot);\n' +
      '        check(byHost || msg.sender == booking.guest, "NOT_PARTY");\n' +
      '        check(block.timestamp < _windowEnd(booking), "WINDOW_OVER");',
  ],
  ['an unbooked slot is not looked at twice', ESCROW, 'check(slot.bookingId == 0, "ALREADY_BOOKED");', ''],
  ['no guard', ESCROW, 'ledger.entered = true;', 'ledger.entered = false;'],
  ['sweepNative without a guard', ESCROW, 'sweepNative() external override guarded', 'sweepNative() external override'],
  [
    'finalize without a guard',
    ESCROW,
    'function finalize(uint256 bookingId) external override guarded',
    'function finalize(uint256 bookingId) external override',
  ],
  [
    'the guest may not challenge',
    ESCROW,
    'check(byHost || msg.sender == booking.guest, "NOT_PARTY");',
    'check(byHost, "NOT_PARTY");',
  ],

  // Money
  ['the fee of a penalty is not taken from the host', ESCROW, 'hostPaid = amount - feePaid;', 'hostPaid = amount;'],
  ['shares rounded up', 'src/Shares.sol', '(amount * bps) / WHOLE_BPS', '(amount * bps + WHOLE_BPS - 1) / WHOLE_BPS'],
  [
    'fee and host\'s part swapped',
    ESCROW,
    '_credit(treasury, feePaid);\n        _credit(_host(slot), hostPaid);',
    '_credit(treasury, hostPaid);\n        _credit(_host(slot), feePaid);',
  ],
  ['the host is paid for its own absence', ESCROW, 'outcome == Outcome.NoShowHost', 'outcome == Outcome.NoShowGuest'],
  [
    'the bond goes to the wrong side',
    ESCROW,
    'toHost = challengerWins == booking',
    'toHost = challengerWins != booking',
  ],
  [
    'the bond of today instead of the terms',
    ESCROW,
    'uint96 bond = termsOf[booking.termsVersion].challengeBond',
    'uint96 bond = _currentTerms().challengeBond',
  ],
  ['a bond is not held', ESCROW, '        ledger.totalHeld += bond;\n', ''],
  ['what is withdrawn stays owed', ESCROW, '        account.owed = 0;\n', ''],
  ['what is withdrawn stays held', ESCROW, '        ledger.totalHeld -= amount;\n', ''],
  ['a sweep goes to whoever asks for it', ESCROW, '_push(treasury, excess)', '_push(msg.sender, excess)'],
  ['a sweep takes what is held', ESCROW, 'balance > held ? balance - held : 0', 'balance'],
  [
    'a request\'s booking costs the slot\'s price',
    ESCROW,
    'booking.state.isFromRequest() ? requestOf[slot.requestId].amount : priceOf[slot.priceId].amount',
    'priceOf[slot.priceId].amount',
  ],
  ['a token that answers false is believed', ESCROW, 'check(accepted, "TRANSFER_FAILED");', ''],

  // State
  ['a cancelled booking keeps its slot', ESCROW, '            slotOf[booking.slotId].bookingId = 0;\n', ''],
  [
    'a late cancel opens the slot again',
    ESCROW,
    'SessionBookingStatus.Cancelled, SessionSlotStatus.Settled',
    'SessionBookingStatus.Cancelled, SessionSlotStatus.Open',
  ],
  [
    'a claim settles the slot',
    ESCROW,
    'SessionBookingStatus.Finalized, SessionSlotStatus.Cancelled',
    'SessionBookingStatus.Finalized, SessionSlotStatus.Settled',
  ],
  ['a request is accepted twice', ESCROW, '        request.status = SessionRequestStatus.Accepted;\n', ''],
  ['a request is cancelled twice', ESCROW, '        request.status = SessionRequestStatus.Cancelled;\n', ''],
  ['new terms forget the old ones', ESCROW, '        termsOf[version + 1] = termsOf[version];\n', ''],
  ['every booking has the first terms', ESCROW, 'termsVersion: ledger.termsVersion', 'termsVersion: 1'],
  [
    'a resolved booking waits for the window',
    ESCROW,
    'return isOver ? slot.disputeTime : _windowEnd(booking);',
    'return _windowEnd(booking);',
  ],
  [
    'an attestation forgets that there was a request',
    'src/BookingState.sol',
    'uint8 origin = BookingState.unwrap(state) & FROM_REQUEST;',
    'uint8 origin = 0;',
  ],
  ['an account\'s word is fresh again', ESCROW, '        account.used = true;\n', ''],

  // Events
  ['no event of a resolution', ESCROW, '        emit Resolved(bookingId, outcome);\n', ''],
  [
    'a withdrawal announced to the wrong payee',
    ESCROW,
    'emit OwedWithdrawn(msg.sender, to, amount)',
    'emit OwedWithdrawn(msg.sender, msg.sender, amount)',
  ],
  ['old and new fee swapped', ESCROW, 'emit FeeBpsUpdated(terms.feeBps, bps)', 'emit FeeBpsUpdated(bps, terms.feeBps)'],
  [
    'a request announced with another end',
    ESCROW,
    'windowStart, windowEnd, durationMins, amount, expiry\n        );\n    }',
    'windowStart, windowStart, durationMins, amount, expiry\n        );\n    }',
  ],
];
