package org.sessionsettlement.tempo.token;

import static java.util.stream.Collectors.toList;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.RpcException;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** Who had how much of what: a table of token units, read in a few requests. */
public final class Balances {
  private final Map<Holding, BigInteger> amounts;

  private Balances(Map<Holding, BigInteger> amounts) {
    this.amounts = Map.copyOf(amounts);
  }

  /**
   * Reads every owner's balance of every token. With {@link BlockTag#LATEST} a large table may mix
   * blocks; name a block to see one moment.
   *
   * @throws RpcException the first one that a read met
   */
  public static Balances read(
      TempoRpc rpc, List<Address> tokens, List<Address> owners, BlockTag tag) {
    List<Holding> holdings = new ArrayList<>(tokens.size() * owners.size());
    tokens.forEach(token -> owners.forEach(owner -> holdings.add(new Holding(token, owner))));
    List<BigInteger> read =
        rpc.readAll(holdings.stream().map(Holding::balance).collect(toList()), tag);
    Map<Holding, BigInteger> amounts = new HashMap<>();
    for (int i = 0; i < read.size(); i++) {
      amounts.put(holdings.get(i), read.get(i));
    }
    return new Balances(amounts);
  }

  /**
   * One cell.
   *
   * @throws IllegalArgumentException for a pair that was not read
   */
  public BigInteger of(Address token, Address owner) {
    BigInteger amount = amounts.get(new Holding(token, owner));
    if (amount == null) {
      throw new IllegalArgumentException("the balance of " + owner + " was not read");
    }
    return amount;
  }

  /** What all owners of the table have of a token. */
  public BigInteger total(Address token) {
    return amounts.entrySet().stream()
        .filter(entry -> entry.getKey().token().equals(token))
        .map(Map.Entry::getValue)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private record Holding(Address token, Address owner) {
    ContractRead<BigInteger> balance() {
      return new Tip20(token).balanceOf(owner);
    }
  }
}
