package org.sessionsettlement.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;

class BalanceSheetTest {
  private static final Address ESCROW = address(1);
  private static final Address FEES = address(2);
  private static final Address HOST = address(3);
  private static final Address GUEST = address(4);
  private static final Address TREASURY = address(5);

  private final List<Movement> movements =
      new ArrayList<>(
          List.of(
              new Movement(GUEST, ESCROW, units(100)),
              new Movement(GUEST, FEES, units(3)),
              new Movement(FEES, GUEST, units(1)),
              new Movement(ESCROW, HOST, units(95)),
              new Movement(HOST, FEES, units(4)),
              new Movement(ESCROW, TREASURY, units(5))));

  @Test
  void balancesWhenEveryUnitIsExplained() {
    BalanceSheet sheet = sheet(898, 0);

    assertThat(sheet.problems()).isEmpty();
    assertThat(sheet.isBalanced()).isTrue();
    assertThat(sheet.paidToHosts()).isEqualTo(units(95));
    assertThat(sheet.paidToTreasury()).isEqualTo(units(5));
    assertThat(sheet.gas()).isEqualTo(units(6));
  }

  @Test
  void namesTheAccountThatLostAUnit() {
    assertThat(sheet(897, 0).problems()).containsExactly("unexplained on guest: 1 is not 0");
  }

  @Test
  void noticesWhatStaysInTheEscrow() {
    movements.remove(movements.size() - 1);
    assertThat(sheet(898, 5).problems())
        .containsExactly(
            "totalHeld, after everybody withdrew: 5 is not 0",
            "unexplained on treasury: -5 is not 0");
  }

  @Test
  void noticesADepositThatNeverReachedTheEscrow() {
    movements.set(0, new Movement(GUEST, address(9), units(100)));
    assertThat(sheet(898, 0).problems())
        .contains("deposits and bonds against what reached the escrow: 100 is not 0");
  }

  private BalanceSheet sheet(long guestAfter, long left) {
    return BalanceSheet.of(
        new BalanceSheet.Facts(
            ESCROW,
            FEES,
            units(100),
            units(0),
            units(left),
            units(left),
            List.of(
                account("host", BalanceSheet.Kind.HOST, HOST, 0, 91),
                account("guest", BalanceSheet.Kind.GUEST, GUEST, 1_000, guestAfter),
                account("treasury", BalanceSheet.Kind.TREASURY, TREASURY, 0, 5)),
            movements));
  }

  private static BalanceSheet.Account account(
      String name, BalanceSheet.Kind kind, Address address, long before, long after) {
    return new BalanceSheet.Account(name, kind, address, units(before), units(after));
  }

  private static BigInteger units(long units) {
    return BigInteger.valueOf(units);
  }

  private static Address address(int last) {
    return Address.parse(String.format("0x%040x", last));
  }
}
