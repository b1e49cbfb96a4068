package org.sessionsettlement.tempo.signature.typeddata;

/**
 * A member of a struct.
 *
 * @param type as EIP-712 writes it: {@code uint256}, {@code bytes32[2][]}, {@code Person}
 */
public record TypedField(String name, String type) {}
