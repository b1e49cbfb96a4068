package org.sessionsettlement.escrow;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sessionsettlement.tempo.Address;

/** What a TIP-20 token does, as far as an escrow can notice. */
final class ModelToken {
  final Map<Address, BigInteger> balances;

  /** What the escrow may take. */
  final Map<Address, BigInteger> allowances;

  final Set<Address> restricted;
  boolean paused;

  ModelToken() {
    this(new HashMap<>(), new HashMap<>(), new HashSet<>(), false);
  }

  private ModelToken(
      Map<Address, BigInteger> balances,
      Map<Address, BigInteger> allowances,
      Set<Address> restricted,
      boolean paused) {
    this.balances = balances;
    this.allowances = allowances;
    this.restricted = restricted;
    this.paused = paused;
  }

  ModelToken copy() {
    return new ModelToken(
        new HashMap<>(balances), new HashMap<>(allowances), new HashSet<>(restricted), paused);
  }

  boolean refusesSomebody() {
    return paused || !restricted.isEmpty();
  }

  BigInteger balance(Address account) {
    return balances.getOrDefault(account, BigInteger.ZERO);
  }

  void transfer(Address from, Address to, BigInteger amount) {
    checkOpen(from, to);
    move(from, to, amount);
  }

  /** The escrow pulls out of what it is allowed. */
  void pull(Address from, Address escrow, BigInteger amount) {
    checkOpen(from, escrow);
    BigInteger allowed = allowances.getOrDefault(from, BigInteger.ZERO);
    ModelRefusal.unless(allowed.compareTo(amount) >= 0, "InsufficientAllowance");
    move(from, escrow, amount);
    allowances.put(from, allowed.subtract(amount));
  }

  private void checkOpen(Address from, Address to) {
    ModelRefusal.unless(!paused, "ContractPaused");
    ModelRefusal.unless(!restricted.contains(from) && !restricted.contains(to), "PolicyForbids");
  }

  private void move(Address from, Address to, BigInteger amount) {
    ModelRefusal.unless(balance(from).compareTo(amount) >= 0, "InsufficientBalance");
    balances.merge(from, amount.negate(), BigInteger::add);
    balances.merge(to, amount, BigInteger::add);
  }
}
