package org.sessionsettlement.cli.demo;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sessionsettlement.cli.stack.Stack;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.LogFilter;
import org.sessionsettlement.tempo.token.Tip20;

/**
 * Who had what before the first session was offered.
 *
 * @param fromBlock the first block of the demo
 */
record Ledger(long fromBlock, List<Purse> purses) {

  /** One account's balance, token units. */
  record Purse(Player player, BigInteger units) {}

  static Ledger open(Stage stage, List<Cast.Pair> pairs, List<Player> officials) {
    List<Player> players = new ArrayList<>(officials);
    pairs.forEach(pair -> players.addAll(List.of(pair.host(), pair.guest())));
    long block = stage.stack().chain().rpc().blockNumber();
    return new Ledger(block + 1, purses(stage.stack(), players));
  }

  /** The same accounts now. */
  List<Purse> now(Stack stack) {
    return purses(stack, purses.stream().map(Purse::player).toList());
  }

  /** Every transfer of the stablecoin since. */
  List<Movement> movements(Stack stack) {
    LogFilter filter =
        new LogFilter(
            List.of(stack.deployment().token()),
            List.of(Movement.TRANSFER),
            BlockTag.number(fromBlock),
            BlockTag.LATEST);
    return stack.chain().rpc().logs(filter).stream().map(Movement::read).toList();
  }

  private static List<Purse> purses(Stack stack, List<Player> players) {
    Tip20 token = new Tip20(stack.deployment().token());
    List<BigInteger> units =
        stack
            .chain()
            .rpc()
            .readAll(
                players.stream().map(player -> token.balanceOf(player.address())).toList(),
                BlockTag.LATEST);
    return IntStream.range(0, players.size())
        .mapToObj(i -> new Purse(players.get(i), units.get(i)))
        .toList();
  }
}
