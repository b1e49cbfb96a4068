package org.sessionsettlement.escrow;

/** What a slot is in; the contract's {@code SessionSlotStatus}, in its order. */
public enum SlotStatus {
  OPEN,
  BOOKED,
  CANCELLED,
  SETTLED
}
