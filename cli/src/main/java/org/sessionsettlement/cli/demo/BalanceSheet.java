package org.sessionsettlement.cli.demo;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sessionsettlement.tempo.Address;

/**
 * Where every token unit went. All amounts are token units.
 *
 * @param deposits what guests paid for sessions
 * @param bonds what challengers put down
 * @param paidToHosts by the escrow, withdrawn
 * @param paidToGuests by the escrow, withdrawn
 * @param paidToTreasury by the escrow, withdrawn
 * @param escrowBalance what the escrow's account holds in the end
 * @param totalHeld what the escrow says that it holds for others
 * @param gas fees of all transactions, paid in the same stablecoin
 * @param problems what does not add up; empty when every unit is accounted for
 */
record BalanceSheet(
    BigInteger deposits,
    BigInteger bonds,
    BigInteger paidToHosts,
    BigInteger paidToGuests,
    BigInteger paidToTreasury,
    BigInteger escrowBalance,
    BigInteger totalHeld,
    BigInteger gas,
    List<AccountLine> accounts,
    List<String> problems) {

  /** Whose account it is. */
  enum Kind {
    HOST,
    GUEST,
    TREASURY,
    OFFICIAL
  }

  /** An account before and after. */
  record Account(String name, Kind kind, Address address, BigInteger before, BigInteger after) {}

  /** An account's line: before - toEscrow + fromEscrow - gas is after, or it is a problem. */
  record AccountLine(
      String name,
      String address,
      BigInteger before,
      BigInteger toEscrow,
      BigInteger fromEscrow,
      BigInteger gas,
      BigInteger after) {

    BigInteger unexplained() {
      return before.subtract(toEscrow).add(fromEscrow).subtract(gas).subtract(after);
    }
  }

  /**
   * What the sheet is made from.
   *
   * @param movements every transfer of the token since {@code before}
   */
  record Facts(
      Address escrow,
      Address feeManager,
      BigInteger deposits,
      BigInteger bonds,
      BigInteger escrowBalance,
      BigInteger totalHeld,
      List<Account> accounts,
      List<Movement> movements) {}

  static BalanceSheet of(Facts facts) {
    List<AccountLine> lines =
        facts.accounts().stream().map(account -> line(facts, account)).toList();
    return new BalanceSheet(
        facts.deposits(),
        facts.bonds(),
        paidTo(facts, Kind.HOST),
        paidTo(facts, Kind.GUEST),
        paidTo(facts, Kind.TREASURY),
        facts.escrowBalance(),
        facts.totalHeld(),
        lines.stream().map(AccountLine::gas).reduce(BigInteger.ZERO, BigInteger::add),
        lines,
        problems(facts, lines));
  }

  boolean isBalanced() {
    return problems.isEmpty();
  }

  private static AccountLine line(Facts facts, Account account) {
    Address own = account.address();
    BigInteger gas =
        moved(facts, own, facts.feeManager()).subtract(moved(facts, facts.feeManager(), own));
    return new AccountLine(
        account.name(),
        own.toString(),
        account.before(),
        moved(facts, own, facts.escrow()),
        moved(facts, facts.escrow(), own),
        gas,
        account.after());
  }

  private static BigInteger moved(Facts facts, Address from, Address to) {
    return Movement.sum(
        facts.movements().stream()
            .filter(m -> m.from().equals(from) && m.to().equals(to))
            .toList());
  }

  private static BigInteger paidTo(Facts facts, Kind kind) {
    return facts.accounts().stream()
        .filter(account -> account.kind() == kind)
        .map(account -> moved(facts, facts.escrow(), account.address()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static List<String> problems(Facts facts, List<AccountLine> lines) {
    List<String> problems = new ArrayList<>();
    BigInteger in = sum(facts.movements().stream().filter(m -> m.to().equals(facts.escrow())));
    BigInteger out = sum(facts.movements().stream().filter(m -> m.from().equals(facts.escrow())));
    unequal(
        problems,
        "deposits and bonds against what reached the escrow",
        facts.deposits().add(facts.bonds()),
        in);
    unequal(
        problems,
        "what reached the escrow against payouts and balance",
        in,
        out.add(facts.escrowBalance()));
    unequal(
        problems,
        "payouts against the accounts that got them",
        out,
        lines.stream().map(AccountLine::fromEscrow).reduce(BigInteger.ZERO, BigInteger::add));
    unequal(
        problems,
        "the escrow's balance against its totalHeld",
        facts.escrowBalance(),
        facts.totalHeld());
    unequal(problems, "totalHeld, after everybody withdrew", facts.totalHeld(), BigInteger.ZERO);
    lines.forEach(
        line ->
            unequal(
                problems, "unexplained on " + line.name(), line.unexplained(), BigInteger.ZERO));
    return List.copyOf(problems);
  }

  private static BigInteger sum(Stream<Movement> movements) {
    return Movement.sum(movements.toList());
  }

  private static void unequal(
      List<String> problems, String what, BigInteger one, BigInteger other) {
    if (!one.equals(other)) {
      problems.add(what + ": " + one + " is not " + other);
    }
  }
}
