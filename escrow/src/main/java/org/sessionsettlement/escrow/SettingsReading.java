package org.sessionsettlement.escrow;

import java.math.BigInteger;
import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * Reads all settings in one batch, so that they are of one moment as far as a node can give that.
 */
final class SettingsReading {
  private SettingsReading() {}

  static EscrowSettings read(TempoRpc rpc, EscrowReads reads, BlockTag tag) {
    List<Object> all =
        rpc.readAll(
            List.of(
                object(reads.role("paymentToken")),
                object(reads.role("oracle")),
                object(reads.role("treasury")),
                object(reads.setting("feeBps", "uint16")),
                object(reads.setting("challengeWindow", "uint48")),
                object(reads.challengeBond()),
                object(reads.setting("lateCancelPenaltyBps", "uint16")),
                object(reads.setting("noAttestBuffer", "uint48")),
                object(reads.setting("disputeTimeout", "uint48"))),
            tag);
    return new EscrowSettings(
        (Address) all.get(0),
        (Address) all.get(1),
        (Address) all.get(2),
        number(all.get(3)).intValueExact(),
        number(all.get(4)).longValueExact(),
        number(all.get(5)),
        number(all.get(6)).intValueExact(),
        number(all.get(7)).longValueExact(),
        number(all.get(8)).longValueExact());
  }

  private static ContractRead<Object> object(ContractRead<?> read) {
    return read.map(value -> value);
  }

  private static BigInteger number(Object value) {
    return (BigInteger) value;
  }
}
