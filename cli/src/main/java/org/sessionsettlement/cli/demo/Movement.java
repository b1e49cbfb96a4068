package org.sessionsettlement.cli.demo;

import java.math.BigInteger;
import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.Log;

/** A transfer of the stablecoin, as the token's Transfer event tells it. */
record Movement(Address from, Address to, BigInteger units) {
  static final Hash32 TRANSFER = Keccak256.hash("Transfer(address,address,uint256)");

  private static final int WORD = 32;
  private static final int ADDRESS_BYTES = 20;

  static Movement read(Log log) {
    return new Movement(
        address(log.topics().get(1)),
        address(log.topics().get(2)),
        new BigInteger(1, log.data().slice(0, WORD).toArray()));
  }

  static BigInteger sum(List<Movement> movements) {
    return movements.stream().map(Movement::units).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static Address address(Hash32 topic) {
    return Address.of(topic.bytes().slice(WORD - ADDRESS_BYTES, WORD).toArray());
  }
}
