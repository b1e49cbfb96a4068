package org.sessionsettlement.tempo.token;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * A token that is to be created.
 *
 * @param currency {@code USD} for a token that may pay fees
 * @param quoteToken what it is traded against: a token of the same currency that is there already,
 *     such as {@link Tip20#PATH_USD}
 * @param admin who gets {@link TokenRole#DEFAULT_ADMIN}
 * @param salt decides the address together with the sender
 */
public record TokenSpec(
    String name, String symbol, String currency, Address quoteToken, Address admin, Hash32 salt) {}
