package org.sessionsettlement.cli.demo;

import org.sessionsettlement.client.BookingApi;
import org.sessionsettlement.client.EscrowApi;
import org.sessionsettlement.client.SessionVoiceApi;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/**
 * One party with its client: HTTP to the service, transactions to the chain, nothing else.
 *
 * @param name for people
 * @param privateKey 0x hex; worth nothing outside this demo's chain
 */
record Player(
    String name,
    String privateKey,
    Secp256k1Account account,
    EscrowApi chain,
    SessionVoiceApi voice,
    BookingApi bookings) {

  Address address() {
    return account.address();
  }
}
