package org.sessionsettlement.controlplane.app;

import java.util.List;
import java.util.Optional;
import org.sessionsettlement.escrow.EscrowCode;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.MalformedAnswerException;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/**
 * Whether the escrow on the chain is the one that the settings mean, and the keys are for it.
 *
 * @param oracles the addresses whose keys are here; none where this node does not attest
 */
record EscrowCheck(
    ServiceConfig.Chain chain,
    Optional<Hash32> codeHash,
    List<Address> oracles,
    String oracleSetting) {
  static final String ESCROW = ServiceSettings.PREFIX + "ESCROW";
  private static final String CODE_HASH = ServiceSettings.PREFIX + "ESCROW_CODE_HASH";

  /** Who has a say over the escrow. */
  record Roles(Address oracle, Address owner) {}

  /** What a node with these settings and keys has to be sure of. */
  static EscrowCheck of(ServiceConfig config, Keyring keys) {
    String setting =
        config.oracle().oracleKeys().stream()
            .map(KeySource::setting)
            .findFirst()
            .orElse(ServiceSettings.PREFIX + "ORACLE");
    return new EscrowCheck(
        config.chain(), config.checks().escrowCodeHash(), keys.oracleAddresses(), setting);
  }

  /**
   * Looks, and complains where it does not fit.
   *
   * @throws WrongSetting naming the setting
   * @throws org.sessionsettlement.tempo.rpc.RpcException when the node does not answer
   */
  void verify(TempoRpc rpc) {
    aboutCode(rpc.code(chain.escrow())).ifPresent(EscrowCheck::refuse);
    if (!oracles.isEmpty()) {
      aboutRoles(roles(rpc)).ifPresent(EscrowCheck::refuse);
    }
  }

  private static void refuse(WrongSetting complaint) {
    throw complaint;
  }

  private Roles roles(TempoRpc rpc) {
    var escrow = new SessionEscrow(rpc, chain.escrow());
    try {
      return new Roles(escrow.oracle(), escrow.owner());
    } catch (RevertedException | MalformedAnswerException e) {
      throw new WrongSetting(ESCROW, "is a contract that does not answer as SessionEscrowV1");
    }
  }

  /**
   * Judges the code. Where no hash is demanded, a public chain must have our own code, whatever its
   * payment token; a local one may have anything.
   */
  Optional<WrongSetting> aboutCode(Bytes code) {
    if (codeHash.isPresent()) {
      return aboutHash(code, codeHash.get());
    }
    if (code.isEmpty() && !(chain.isLocal() && oracles.isEmpty())) {
      return complaint(ESCROW, "is no contract on chain " + chain.chainId());
    }
    return chain.isLocal() || EscrowCode.paymentToken(code).isPresent()
        ? Optional.empty()
        : complaint(
            ESCROW,
            "is a contract with other code than this service's SessionEscrowV1; where that is"
                + " meant, "
                + CODE_HASH
                + " says its hash");
  }

  private static Optional<WrongSetting> aboutHash(Bytes code, Hash32 expected) {
    var found = Keccak256.hash(code);
    return found.equals(expected)
        ? Optional.empty()
        : complaint(CODE_HASH, "is " + expected + ", but the escrow's code has the hash " + found);
  }

  /** Judges who may attest and who judges disputes. */
  Optional<WrongSetting> aboutRoles(Roles roles) {
    if (!oracles.contains(roles.oracle())) {
      return complaint(
          oracleSetting,
          "is the key of " + oracles.getFirst() + ", but the escrow's oracle is " + roles.oracle());
    }
    return !chain.isLocal() && oracles.contains(roles.owner())
        ? complaint(
            oracleSetting,
            "is the key of the escrow's owner, who judges the disputes about attestations: give"
                + " the oracle an account of its own")
        : Optional.empty();
  }

  private static Optional<WrongSetting> complaint(String setting, String what) {
    return Optional.of(new WrongSetting(setting, what));
  }
}
