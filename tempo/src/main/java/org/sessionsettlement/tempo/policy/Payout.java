package org.sessionsettlement.tempo.policy;

import java.math.BigInteger;
import org.sessionsettlement.tempo.Address;

/**
 * A transfer that is about to be made.
 *
 * @param sender who holds the tokens: an account, or a contract that pays out
 * @param amount token units
 */
public record Payout(Address token, Address sender, Address receiver, BigInteger amount) {}
