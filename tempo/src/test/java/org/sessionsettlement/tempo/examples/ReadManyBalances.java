package org.sessionsettlement.tempo.examples;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;

/** Reads thousands of balances as of one block in a few requests. */
public final class ReadManyBalances {
  private static final Tip20 ALPHA_USD =
      new Tip20(Address.parse("0x20c0000000000000000000000000000000000001"));
  private static final int ACCOUNTS = 5_000;
  private static final int ROUNDS = 5;

  private ReadManyBalances() {}

  /** Argument: the node's http address. Prints how long it takes, warm and cold. */
  public static void main(String[] args) {
    TempoRpc rpc = TempoRpc.at(args[0]);
    List<Address> accounts =
        LongStream.rangeClosed(1, ACCOUNTS)
            .mapToObj(number -> Address.parse(String.format("0x%040x", number)))
            .toList();
    for (int round = 1; round <= ROUNDS; round++) {
      long start = System.nanoTime();
      int read = run(rpc, accounts).size();
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      System.out.println(read + " balances in " + taken.toMillis() + " ms");
    }
  }

  /** The accounts' balances in token units, in their order, all as of the same block. */
  static List<BigInteger> run(TempoRpc rpc, List<Address> accounts) {
    BlockTag block = BlockTag.number(rpc.blockNumber());
    List<ContractRead<BigInteger>> reads = accounts.stream().map(ALPHA_USD::balanceOf).toList();
    return rpc.readAll(reads, block);
  }
}
