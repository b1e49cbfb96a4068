package org.sessionsettlement.tempo.transaction;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;

/**
 * A transaction ready to be sent.
 *
 * @param bytes what {@code eth_sendRawTransaction} takes
 * @param hash the transaction hash, known before it is sent
 * @param sender who signed it
 */
public record SignedTransaction(Bytes bytes, Hash32 hash, Address sender) {}
