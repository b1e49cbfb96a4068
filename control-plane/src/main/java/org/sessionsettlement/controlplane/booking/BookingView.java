package org.sessionsettlement.controlplane.booking;

import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.tempo.Address;

/** What the chain says about a booking, as far as presence needs it. */
public record BookingView(
    BookingKey key, Address host, Address guest, SlotTerms slot, BookingStatus status) {}
