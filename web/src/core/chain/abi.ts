import { parseAbi } from 'viem';

/** What the app calls of SessionEscrowV1; a test holds it against the contract's published ABI. */
export const ESCROW = parseAbi([
  'function setHostBasePrice(uint256 price)',
  'function createSlot(uint48 startTime, uint32 durationMins, uint32 graceMins, uint32 minOverlapMins, uint32 cancelCutoffMins) returns (uint256)',
  'function cancelSlot(uint256 slotId)',
  'function book(uint256 slotId) returns (uint256)',
  'function createRequest(address hostTarget, uint48 windowStart, uint48 windowEnd, uint32 durationMins, uint256 amount, uint48 expiry) returns (uint256)',
  'function cancelRequest(uint256 requestId)',
  'function acceptRequest(uint256 requestId, uint48 startTime, uint32 graceMins, uint32 minOverlapMins, uint32 cancelCutoffMins) returns (uint256, uint256)',
  'function cancelBookingAsGuest(uint256 bookingId)',
  'function cancelBookingAsHost(uint256 bookingId)',
  'function claimIfUnattested(uint256 bookingId)',
  'function challenge(uint256 bookingId)',
  'function resolveDispute(uint256 bookingId, uint8 finalOutcome)',
  'function finalizeDisputeByTimeout(uint256 bookingId)',
  'function finalize(uint256 bookingId)',
  'function withdrawOwed()',
  'function withdrawOwed(address to)',
  'function owed(address account) view returns (uint256)',
  'function hostBasePrice(address host) view returns (uint256)',
]);

/** What the app needs of a TIP-20 stablecoin. */
export const TOKEN = parseAbi([
  'function approve(address spender, uint256 amount) returns (bool)',
  'function transfer(address to, uint256 amount) returns (bool)',
  'function allowance(address owner, address spender) view returns (uint256)',
  'function balanceOf(address account) view returns (uint256)',
]);

/** Whether a token's transfer would be taken, diverted or refused (TIP-403, TIP-1028). */
export const TRANSFER_POLICY = parseAbi([
  'function validateReceivePolicy(address token, address sender, address receiver) view returns (bool authorized, uint8 blockedReason)',
]);
