package org.sessionsettlement.tempo.token;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.rpc.Log;

/**
 * What a TIP-20 token tells: one record an event, the members in the order of the ABI behind the
 * token that emitted it. Amounts are token units.
 */
public sealed interface Tip20Event {
  /** Which token; whether it is one that the reader trusts is for the reader to check. */
  Address token();

  /** Tokens moved; minting comes from the zero address, burning and fees are transfers too. */
  record Transfer(Address token, Address from, Address to, BigInteger amount)
      implements Tip20Event {}

  /** Follows the {@link Transfer} of a transfer, mint or burn with memo. */
  record TransferWithMemo(Address token, Address from, Address to, BigInteger amount, Hash32 memo)
      implements Tip20Event {}

  /** An allowance, by approval or permit. */
  record Approval(Address token, Address owner, Address spender, BigInteger amount)
      implements Tip20Event {}

  /** Tokens were made. */
  record Mint(Address token, Address to, BigInteger amount) implements Tip20Event {}

  /** An issuer destroyed its own tokens. */
  record Burn(Address token, Address from, BigInteger amount) implements Tip20Event {}

  /** Tokens of a forbidden account were destroyed. */
  record BurnBlocked(Address token, Address from, BigInteger amount) implements Tip20Event {}

  /** Transfers were stopped or let go on. */
  record PauseStateUpdate(Address token, Address updater, boolean isPaused) implements Tip20Event {}

  /** Another TIP-403 policy. */
  record TransferPolicyUpdate(Address token, Address updater, long policyId)
      implements Tip20Event {}

  /** Another cap. */
  record SupplyCapUpdate(Address token, Address updater, BigInteger cap) implements Tip20Event {}

  /** Another quote token was announced. */
  record NextQuoteTokenSet(Address token, Address updater, Address nextQuoteToken)
      implements Tip20Event {}

  /** Another quote token. */
  record QuoteTokenUpdate(Address token, Address updater, Address quoteToken)
      implements Tip20Event {}

  /**
   * A role was given or taken.
   *
   * @param role the {@link TokenRole#id}; roles may be other ones too
   */
  record RoleMembershipUpdated(
      Address token, Hash32 role, Address account, Address sender, boolean hasRole)
      implements Tip20Event {}

  /** The event of a log; empty for anything else, rewards and later additions among it. */
  static Optional<Tip20Event> decode(Log log) {
    return Tip20Events.TABLE.decode(log);
  }

  /** The first topics of all these events. */
  static Set<Hash32> topics() {
    return Tip20Events.TABLE.topics();
  }
}
