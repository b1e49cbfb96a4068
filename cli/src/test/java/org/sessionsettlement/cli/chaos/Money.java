package org.sessionsettlement.cli.chaos;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.token.Tip20;

/**
 * Whether every unit that guests paid is owed to whom the outcomes give it, and nothing else is.
 */
final class Money {
  private static final BigInteger BPS = BigInteger.valueOf(10_000);

  private final SessionEscrow escrow;
  private final BigInteger feeBps;
  private final List<String> problems = new ArrayList<>();
  private BigInteger fees = BigInteger.ZERO;

  private Money(SessionEscrow escrow) {
    this.escrow = escrow;
    this.feeBps = BigInteger.valueOf(escrow.settings().feeBps());
  }

  /** What does not add up, once every booking is finalized and before anybody withdraws. */
  static List<String> problems(Installation installation, List<HeldSession> sessions) {
    Money money = new Money(installation.escrow());
    sessions.forEach(money::check);
    BigInteger paid =
        sessions.stream()
            .map(session -> session.plan().priceUnits())
            .reduce(BigInteger.ZERO, BigInteger::add);
    Tip20 token = new Tip20(installation.deployment().token());
    money.compare("total held", paid, money.escrow.totalHeld());
    money.compare(
        "the escrow's balance",
        paid,
        installation
            .rpc()
            .read(token.balanceOf(installation.deployment().escrow()), BlockTag.LATEST));
    money.compare("fees", money.fees, money.escrow.owed(DevAccounts.TREASURY.account().address()));
    return money.problems;
  }

  private void check(HeldSession session) {
    Booking booking = escrow.booking(session.bookingId());
    BigInteger amount = session.plan().priceUnits();
    boolean toHost =
        booking.oracleOutcome() == EscrowOutcome.COMPLETED
            || booking.oracleOutcome() == EscrowOutcome.NO_SHOW_GUEST;
    BigInteger fee = toHost ? amount.multiply(feeBps).divide(BPS) : BigInteger.ZERO;
    fees = fees.add(fee);
    String of = " of booking " + session.bookingId() + ", " + booking.oracleOutcome();
    compare(
        "the host" + of,
        toHost ? amount.subtract(fee) : BigInteger.ZERO,
        escrow.owed(session.hostAddress()));
    compare(
        "the guest" + of, toHost ? BigInteger.ZERO : amount, escrow.owed(session.guestAddress()));
  }

  private void compare(String what, BigInteger expected, BigInteger found) {
    if (!expected.equals(found)) {
      problems.add(what + ": " + found + " instead of " + expected);
    }
  }
}
