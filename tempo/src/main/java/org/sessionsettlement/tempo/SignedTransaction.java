package org.sessionsettlement.tempo;

/**
 * A transaction ready to be sent.
 *
 * @param bytes what {@code eth_sendRawTransaction} takes
 * @param hash the transaction hash, known before it is sent
 * @param sender who signed it
 */
public record SignedTransaction(Bytes bytes, Hash32 hash, Address sender) {}
