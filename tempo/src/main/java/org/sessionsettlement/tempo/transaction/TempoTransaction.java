package org.sessionsettlement.tempo.transaction;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.MalformedRlpException;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.signature.TempoSignature;

/**
 * A Tempo transaction (type 0x76): a batch of calls that happen all or not at all, paid in a
 * stablecoin. Immutable; {@link Builder#build} refuses what the chain would refuse.
 *
 * <p>Fees are in attodollars a gas, times in unix seconds. The components are the fields of the
 * wire, in its order.
 *
 * @param nonceKey 0 is the account's own sequence, {@link #EXPIRING_NONCE_KEY} no sequence at all,
 *     any other key a parallel sequence
 * @param validBefore the transaction is mined only in a block of an earlier second
 * @param validAfter the transaction is mined only in a block of a later second
 * @param feeToken the TIP-20 token that pays; on Anvil always to be set
 * @param sponsorship whether somebody else pays, who then chooses the token
 * @param authorizations accounts that from now on run the code of a contract (EIP-7702)
 * @param keyAuthorization an access key that the sender lets sign from now on
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
    Optional<Address> feeToken,
    Sponsorship sponsorship,
    List<SignedAuthorization> authorizations,
    Optional<SignedKeyAuthorization> keyAuthorization)
    implements Transaction {
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
    authorizations = List.copyOf(authorizations);
    CallRules.check(calls);
    FieldRules.refuse(
        !authorizations.isEmpty() && calls.get(0).isCreate(),
        TransactionFault.CREATE_WITH_AUTHORIZATIONS);
    FieldRules.refuse(
        sponsorship instanceof Sponsorship.Asked && feeToken.isPresent(),
        TransactionFault.TOKEN_OF_FEE_PAYER);
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

  /**
   * Reads what {@link #signingPayload} writes: what a signer is asked to sign. Of a transaction for
   * which a fee payer signed, that payload holds no more than that one was asked.
   *
   * @throws org.sessionsettlement.tempo.MalformedRlpException when it is none
   * @throws InvalidTransactionException when the chain would refuse it
   */
  public static TempoTransaction decodeUnsigned(Bytes payload) {
    if (payload.isEmpty() || payload.at(0) != TYPE) {
      throw new MalformedRlpException("not of type 0x76");
    }
    return TempoDecoding.unsigned(TransactionDecoding.fields(payload, 1));
  }

  /** 0x76 || rlp(fields): what is hashed and signed. */
  @Override
  public Bytes signingPayload() {
    return TempoEncoding.signingPayload(this);
  }

  @Override
  public Bytes encode(TempoSignature signature) {
    return TempoEncoding.signed(this, signature);
  }

  /**
   * Signs it.
   *
   * @throws InvalidTransactionException when it lets an access key sign for somebody else
   */
  public SignedTransaction sign(Account account) {
    KeyRules.check(this, account.address());
    TempoSignature signature = account.sign(signingPayload());
    return new SignedTransaction(this, signature, encode(signature), account.address());
  }

  @Override
  public SignedTransaction signedBy(TempoSignature signature) {
    SignedTransaction signed = Transaction.super.signedBy(signature);
    KeyRules.check(this, signed.sender());
    return signed;
  }

  /** A builder that holds what this holds. */
  public Builder toBuilder() {
    Builder builder =
        builder()
            .chainId(chainId)
            .maxPriorityFeePerGas(maxPriorityFeePerGas)
            .maxFeePerGas(maxFeePerGas)
            .gasLimit(gasLimit)
            .calls(calls)
            .accessList(accessList)
            .nonceKey(nonceKey)
            .nonce(nonce)
            .sponsorship(sponsorship)
            .authorizations(authorizations);
    validBefore.ifPresent(builder::validBefore);
    validAfter.ifPresent(builder::validAfter);
    feeToken.ifPresent(builder::feeToken);
    keyAuthorization.ifPresent(builder::keyAuthorization);
    return builder;
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
    private Sponsorship sponsorship = Sponsorship.NONE;
    private final List<SignedAuthorization> authorizations = new ArrayList<>();
    private Optional<SignedKeyAuthorization> keyAuthorization = Optional.empty();

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

    /** Somebody else is to pay the fee ({@link SignedTransaction#sponsoredBy}), in their token. */
    public Builder sponsored() {
      return sponsorship(Sponsorship.ASKED);
    }

    /** Whether somebody else pays the fee. */
    public Builder sponsorship(Sponsorship value) {
      sponsorship = value;
      return this;
    }

    /** Adds accounts that let themselves run a contract's code. */
    public Builder authorizations(List<SignedAuthorization> more) {
      authorizations.addAll(more);
      return this;
    }

    /** Lets an access key sign for the sender, from this transaction on. */
    public Builder keyAuthorization(SignedKeyAuthorization value) {
      keyAuthorization = Optional.of(value);
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
          feeToken,
          sponsorship,
          authorizations,
          keyAuthorization);
    }
  }
}
