package org.sessionsettlement.controlplane.app;

import java.math.BigInteger;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.oracle.FeeCaps;
import org.sessionsettlement.tempo.Hash32;

/**
 * Reads what this node signs, with which keys, for how much, and what must be so before it does.
 */
record SigningSettings(ServiceSettings settings) {
  /** A thousand dollars: beyond that a cap is a slip of the pen. */
  private static final long MAX_FEE_CAP_UNITS = 1_000_000_000;

  ServiceConfig.Oracle oracle() {
    boolean oracleOn = settings.on("ORACLE");
    boolean keeperOn = settings.on("KEEPER");
    var keepers = new KeySettings(settings, "KEEPER").source();
    var oracles = new KeySettings(settings, "ORACLE");
    boolean isNeeded = oracleOn || (keeperOn && keepers.isEmpty());
    var current = isNeeded ? Optional.of(oracles.required()) : oracles.source();
    var next = new KeySettings(settings, "NEXT_ORACLE").source();
    return new ServiceConfig.Oracle(
        oracleOn,
        keeperOn,
        Stream.of(current, next).flatMap(Optional::stream).toList(),
        keepers.or(() -> current),
        feeCaps());
  }

  private FeeCaps feeCaps() {
    return new FeeCaps(
        units("ORACLE_FEE_CAP_UNITS").orElse(FeeCaps.USUAL.attestUnits()),
        units("KEEPER_FEE_CAP_UNITS").orElse(FeeCaps.USUAL.settleUnits()));
  }

  private Optional<BigInteger> units(String name) {
    return settings.number(name, 1, MAX_FEE_CAP_UNITS).map(BigInteger::valueOf);
  }

  ServiceConfig.Checks checks() {
    return new ServiceConfig.Checks(
        settings.text("RPC_WITNESS_URL").map(value -> witness("RPC_WITNESS_URL", value)),
        settings.text("ESCROW_CODE_HASH").map(value -> hash("ESCROW_CODE_HASH", value)));
  }

  private URI witness(String name, String value) {
    var witness = settings.httpUrl(name, value);
    if (witness
        .getAuthority()
        .equals(settings.required("RPC_URL", settings::httpUrl).getAuthority())) {
      throw ServiceSettings.wrong(
          name,
          "is to be another endpoint than "
              + ServiceSettings.PREFIX
              + "RPC_URL, not the same again");
    }
    return witness;
  }

  private static Hash32 hash(String name, String value) {
    try {
      return Hash32.parse(value.strip());
    } catch (IllegalArgumentException e) {
      throw ServiceSettings.wrong(name, "is not a hash (0x and 64 hex digits)");
    }
  }

  /** A key that lies on a disk as it is is anybody's who reads that disk or its backup. */
  static void refusePlainKeys(ServiceConfig config) {
    if (config.chain().isLocal()) {
      return;
    }
    var oracle = config.oracle();
    Stream.concat(oracle.oracleKeys().stream(), oracle.keeperKey().stream())
        .filter(KeySource.Plain.class::isInstance)
        .findFirst()
        .ifPresent(
            key -> {
              throw new WrongSetting(
                  key.setting(),
                  "is for local chains only: elsewhere the key is in a keystore or a remote"
                      + " signer (docs/keys.md)");
            });
  }
}
