package org.sessionsettlement.cli.chaos;

import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/** A planned session that is booked. */
record HeldSession(
    PlannedSession plan,
    long bookingId,
    SlotTerms terms,
    Secp256k1Account host,
    Secp256k1Account guest) {

  String id() {
    return Long.toString(bookingId);
  }

  Address hostAddress() {
    return host.address();
  }

  Address guestAddress() {
    return guest.address();
  }
}
