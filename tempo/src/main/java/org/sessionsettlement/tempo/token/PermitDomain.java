package org.sessionsettlement.tempo.token;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.signature.typeddata.TypedDataDomain;

/**
 * The EIP-712 domain of a token's permits (TIP-1004), version "1". Its separator is what the token
 * answers as {@code DOMAIN_SEPARATOR()}.
 *
 * @param name the token's {@code name()} as it is now
 */
public record PermitDomain(String name, long chainId, Address token) {
  private static final String VERSION = "1";

  TypedDataDomain typedDataDomain() {
    return TypedDataDomain.of(name, VERSION, chainId, token);
  }
}
