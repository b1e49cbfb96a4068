package org.sessionsettlement.tempo.transaction;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;

/**
 * A Tempo transaction (type 0x76): a batch of calls that happen all or not at all, paid in a
 * stablecoin. Immutable; {@link Builder#build} refuses what the chain would refuse.
 *
 * <p>Fees are in attodollars a gas, times in unix seconds. Fee payers, authorizations and access
 * keys are not covered.
 *
 * @param nonceKey 0 is the account's own sequence, {@link #EXPIRING_NONCE_KEY} no sequence at all,
 *     any other key a parallel sequence
 * @param validBefore the transaction is mined only in a block of an earlier second
 * @param validAfter the transaction is mined only in a block of a later second
 * @param feeToken the TIP-20 token that pays; on Anvil always to be set
 */
public record TempoTransaction(
    long chainId,
    BigInteger maxPriorityFeePerGas,
    BigInteger maxFeePerGas,
    long gasLimit,
    List<Call> calls,
    List<AccessListEntry> accessList,
    BigInteger nonceKey,
    long nonce,
    OptionalLong validBefore,
    OptionalLong validAfter,
    Optional<Address> feeToken) {
  /** The transaction type. */
  public static final int TYPE = 0x76;

  /** The nonce key of transactions that are ordered by nothing and surely expire: 2^256 - 1. */
  public static final BigInteger EXPIRING_NONCE_KEY =
      BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

  /** The most gas that a transaction may ask for. */
  public static final long GAS_CAP = 30_000_000;

  /** How many seconds ahead an expiring nonce's validBefore may lie. */
  public static final long EXPIRING_WINDOW_SECONDS = 30;

  /**
   * Checks everything that the chain checks without its state.
   *
   * @throws InvalidTransactionException naming the rule that is broken
   */
  public TempoTransaction {
    calls = List.copyOf(calls);
    accessList = List.copyOf(accessList);
    CallRules.check(calls);
    FieldRules.checkFees(chainId, maxPriorityFeePerGas, maxFeePerGas, gasLimit);
    FieldRules.checkNonce(nonceKey, nonce, validBefore);
    FieldRules.checkValidity(validBefore, validAfter);
  }

  /** A builder with a zero nonce and nothing optional. */
  public static Builder builder() {
    return new Builder();
  }

  /** What the pool would object to at this second, beside what was refused at construction. */
  public Optional<TransactionFault> faultAt(long nowSeconds) {
    return FieldRules.faultAt(this, nowSeconds);
  }

  /** True when it uses the expiring nonce. */
  public boolean isExpiring() {
    return nonceKey.equals(EXPIRING_NONCE_KEY);
  }

  /** 0x76 || rlp(fields): what is hashed and signed. */
  public Bytes signingPayload() {
    return TransactionEncoding.payload(this, Optional.empty());
  }

  /** The hash that the sender signs. */
  public Hash32 signingHash() {
    return Keccak256.hash(signingPayload().toArray());
  }

  /** Signs it. */
  public SignedTransaction sign(Secp256k1Account account) {
    return signed(account.sign(signingHash()), account.address());
  }

  /** Puts a signature made elsewhere under it; the sender is whoever made it. */
  public SignedTransaction signedBy(Secp256k1Signature signature) {
    return signed(signature, signature.recover(signingHash()));
  }

  private SignedTransaction signed(Secp256k1Signature signature, Address sender) {
    Bytes bytes = TransactionEncoding.payload(this, Optional.of(signature));
    return new SignedTransaction(bytes, Keccak256.hash(bytes.toArray()), sender);
  }

  /** Collects the fields; not safe for several threads. */
  public static final class Builder {
    private long chainId;
    private BigInteger maxPriorityFeePerGas = BigInteger.ZERO;
    private BigInteger maxFeePerGas = BigInteger.ZERO;
    private long gasLimit;
    private final List<Call> calls = new ArrayList<>();
    private final List<AccessListEntry> accessList = new ArrayList<>();
    private BigInteger nonceKey = BigInteger.ZERO;
    private long nonce;
    private OptionalLong validBefore = OptionalLong.empty();
    private OptionalLong validAfter = OptionalLong.empty();
    private Optional<Address> feeToken = Optional.empty();

    private Builder() {}

    /** The chain that it is for. */
    public Builder chainId(long value) {
      chainId = value;
      return this;
    }

    /** Attodollars a gas on top of the base fee. */
    public Builder maxPriorityFeePerGas(BigInteger value) {
      maxPriorityFeePerGas = value;
      return this;
    }

    /** Attodollars a gas at most. */
    public Builder maxFeePerGas(BigInteger value) {
      maxFeePerGas = value;
      return this;
    }

    /** Gas for the whole batch. */
    public Builder gasLimit(long value) {
      gasLimit = value;
      return this;
    }

    /** Adds a call behind those that are there. */
    public Builder call(Call call) {
      calls.add(call);
      return this;
    }

    /** Adds calls behind those that are there. */
    public Builder calls(List<Call> more) {
      calls.addAll(more);
      return this;
    }

    /** Announces storage. */
    public Builder accessList(List<AccessListEntry> more) {
      accessList.addAll(more);
      return this;
    }

    /** The account's own sequence at this nonce. */
    public Builder nonce(long value) {
      nonce = value;
      return this;
    }

    /** Another sequence of nonces. */
    public Builder nonceKey(BigInteger value) {
      nonceKey = value;
      return this;
    }

    /** No nonce at all: valid once, until this second at most 30 ahead of the block's. */
    public Builder expiringNonce(long validBeforeSeconds) {
      return nonceKey(EXPIRING_NONCE_KEY).nonce(0).validBefore(validBeforeSeconds);
    }

    /** Unix seconds: mined only before it. */
    public Builder validBefore(long seconds) {
      validBefore = OptionalLong.of(seconds);
      return this;
    }

    /** Unix seconds: mined only after it. */
    public Builder validAfter(long seconds) {
      validAfter = OptionalLong.of(seconds);
      return this;
    }

    /** Which token pays the fee. */
    public Builder feeToken(Address token) {
      feeToken = Optional.of(token);
      return this;
    }

    /**
     * The transaction.
     *
     * @throws InvalidTransactionException naming the rule that is broken
     */
    public TempoTransaction build() {
      return new TempoTransaction(
          chainId,
          maxPriorityFeePerGas,
          maxFeePerGas,
          gasLimit,
          calls,
          accessList,
          nonceKey,
          nonce,
          validBefore,
          validAfter,
          feeToken);
    }
  }
}
