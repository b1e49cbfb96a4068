package org.sessionsettlement.controlplane.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 * Whether an escrow on the chain is the one that the settings mean, and the keys are for it.
 *
 * @param escrow the one that this is about
 * @param escrowSetting where it is named
 * @param codeHash what its code is to have; only ever said of the default escrow
 * @param oracles the addresses whose keys are here; none where this node does not attest
 */
record EscrowCheck(
    ServiceConfig.Chain chain,
    Address escrow,
    String escrowSetting,
    Optional<Hash32> codeHash,
    List<Address> oracles,
    String oracleSetting) {
  private static final String ESCROW = ServiceSettings.PREFIX + "ESCROW";
  private static final String MORE_ESCROWS = ServiceSettings.PREFIX + "MORE_ESCROWS";
  private static final String CODE_HASH = ServiceSettings.PREFIX + "ESCROW_CODE_HASH";
  private static final String OTHER_CODE =
      "is a contract with other code than this service's SessionEscrowV1; where that is meant of"
          + " the default escrow, "
          + CODE_HASH
          + " says its hash";

  /** Who has a say over the escrow. */
  record Roles(Address oracle, Address owner) {}

  /** What a node with these settings and keys has to be sure of, of each escrow that it serves. */
  static List<EscrowCheck> of(ServiceConfig config, Keyring keys) {
    var chain = config.chain();
    var hash = config.checks().escrowCodeHash();
    var oracles = keys.oracleAddresses();
    String key = oracleSetting(config);
    var byDefault = new EscrowCheck(chain, chain.escrow(), ESCROW, hash, oracles, key);
    var more =
        config.index().moreEscrows().stream()
            .map(ServiceConfig.MirroredEscrow::address)
            .map(one -> new EscrowCheck(chain, one, MORE_ESCROWS, Optional.empty(), oracles, key));
    return Stream.concat(Stream.of(byDefault), more).toList();
  }

  private static String oracleSetting(ServiceConfig config) {
    return config.oracle().oracleKeys().stream()
        .map(KeySource::setting)
        .findFirst()
        .orElse(ServiceSettings.PREFIX + "ORACLE");
  }

  /**
   * Looks, and complains where it does not fit.
   *
   * @throws WrongSetting naming the setting
   * @throws org.sessionsettlement.tempo.rpc.RpcException when the node does not answer
   */
  void verify(TempoRpc rpc) {
    aboutCode(rpc.code(escrow)).ifPresent(EscrowCheck::refuse);
    if (!oracles.isEmpty()) {
      aboutRoles(roles(rpc)).ifPresent(EscrowCheck::refuse);
    }
  }

  private static void refuse(WrongSetting complaint) {
    throw complaint;
  }

  private Roles roles(TempoRpc rpc) {
    var contract = new SessionEscrow(rpc, escrow);
    try {
      return new Roles(contract.oracle(), contract.owner());
    } catch (RevertedException | MalformedAnswerException e) {
      throw new WrongSetting(
          escrowSetting, what("is a contract that does not answer as SessionEscrowV1"));
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
      return complaint(escrowSetting, what("is no contract on chain " + chain.chainId()));
    }
    return chain.isLocal() || EscrowCode.paymentToken(code).isPresent()
        ? Optional.empty()
        : complaint(escrowSetting, what(OTHER_CODE));
  }

  /** Of several escrows it is said of which. */
  private String what(String complaint) {
    return escrowSetting.equals(ESCROW) ? complaint : "names " + escrow + ", which " + complaint;
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
          "is the key of "
              + oracles.getFirst()
              + ", but the oracle of the escrow "
              + escrow
              + " is "
              + roles.oracle());
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
