package org.sessionsettlement.tempo.token;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.tempo.AbiTuple;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.event.EventShape;
import org.sessionsettlement.tempo.event.EventTable;
import org.sessionsettlement.tempo.event.EventWords;
import org.sessionsettlement.tempo.rpc.Log;

/** The precompile that creates TIP-20 tokens; anybody may. */
public final class Tip20Factory {
  /** Where it is on every Tempo chain. */
  public static final Address ADDRESS = Address.parse("0x20fc000000000000000000000000000000000000");

  private static final EventTable<TokenCreated> EVENTS =
      new EventTable<>(
          List.of(
              new EventShape<>(
                  "TokenCreated(address,string,string,string,address,address,bytes32)",
                  1,
                  6,
                  Tip20Factory::tokenCreated)));

  private Tip20Factory() {}

  /** A token was created. */
  public record TokenCreated(Address token, TokenSpec spec) {}

  /** Creates a token. */
  public static Call createToken(TokenSpec spec) {
    return Call.to(
        ADDRESS,
        new AbiTuple()
            .string(spec.name())
            .string(spec.symbol())
            .string(spec.currency())
            .address(spec.quoteToken())
            .address(spec.admin())
            .word(spec.salt().toArray())
            .call("createToken(string,string,string,address,address,bytes32)"));
  }

  /**
   * One batch that creates a token and mints of it: its admin sends it and becomes an issuer. The
   * address must be known before, see {@link #tokenAddress}. Some 3M gas.
   */
  public static List<Call> createAndMint(TokenSpec spec, Address token, BigInteger amount) {
    Tip20Issuer issuer = new Tip20Issuer(token);
    return List.of(
        createToken(spec),
        issuer.grantRole(TokenRole.ISSUER, spec.admin()),
        issuer.mint(spec.admin(), amount));
  }

  /**
   * The address of the token that a sender creates with this salt; the read reverts with
   * AddressReserved in the unlikely case that the address is a reserved one.
   */
  public static ContractRead<Address> tokenAddress(Address sender, Hash32 salt) {
    return new ContractRead<>(
        ADDRESS,
        AbiWords.call("getTokenAddress(address,bytes32)", AbiWords.address(sender), salt.toArray()),
        data -> AbiWords.addressAt(data, 0));
  }

  /** True for the address of a token that was created. */
  public static ContractRead<Boolean> isTip20(Address token) {
    return new ContractRead<>(
        ADDRESS,
        AbiWords.call("isTIP20(address)", AbiWords.address(token)),
        data -> AbiWords.boolAt(data, 0));
  }

  /** The event of a log of the factory; empty for anything else. */
  public static Optional<TokenCreated> decode(Log log) {
    return log.address().equals(ADDRESS) ? EVENTS.decode(log) : Optional.empty();
  }

  private static TokenCreated tokenCreated(EventWords words) {
    return new TokenCreated(
        words.topicAddress(0),
        new TokenSpec(
            words.string(0),
            words.string(1),
            words.string(2),
            words.address(3),
            words.address(4),
            words.hash(5)));
  }
}
