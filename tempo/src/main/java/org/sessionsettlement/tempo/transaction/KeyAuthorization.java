package org.sessionsettlement.tempo.transaction;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.MalformedRlpException;
import org.sessionsettlement.tempo.RlpReader;
import org.sessionsettlement.tempo.RlpWriter;
import org.sessionsettlement.tempo.account.KeyAccount;
import org.sessionsettlement.tempo.signature.KeyType;

/**
 * What an account lets an access key do, put into a transaction of that account: the key is then
 * known to the chain's account keychain.
 *
 * @param chainId the chain on which it holds
 * @param keyId the address of the access key
 * @param expirySeconds unix seconds; empty for a key that does not expire
 * @param limits what it may spend of which token; empty for no limit, an empty list for nothing
 * @param scopes what it may call; empty for everything, an empty list for nothing
 */
public record KeyAuthorization(
    long chainId,
    KeyType keyType,
    Address keyId,
    OptionalLong expirySeconds,
    Optional<List<TokenLimit>> limits,
    Optional<List<CallScope>> scopes) {
  /**
   * Checks the ranges.
   *
   * @throws InvalidTransactionException for a negative chain id, or an expiry at or before 0
   */
  public KeyAuthorization {
    FieldRules.refuse(chainId < 0, TransactionFault.CHAIN_ID_OUT_OF_RANGE);
    FieldRules.refuse(expirySeconds.orElse(1) <= 0, TransactionFault.VALIDITY_OUT_OF_RANGE);
    limits = limits.map(List::copyOf);
    scopes = scopes.map(List::copyOf);
  }

  /** An authorization for this key that limits nothing yet. */
  public static Builder of(long chainId, KeyAccount key) {
    return new Builder(chainId, key.keyType(), key.address());
  }

  /** What the account signs: the rlp list of the fields. */
  public Bytes signingPayload() {
    RlpWriter out = new RlpWriter();
    write(out);
    return out.toBytes();
  }

  /** Signs it with the account's own key. */
  public SignedKeyAuthorization sign(KeyAccount root) {
    return new SignedKeyAuthorization(this, root.sign(signingPayload()));
  }

  void write(RlpWriter out) {
    int list = out.begin();
    out.integer(chainId).integer(keyType.number()).address(keyId);
    // What is absent at the end is left out; what is absent before something is 0x80.
    if (expirySeconds.isPresent() || limits.isPresent() || scopes.isPresent()) {
      out.integer(expirySeconds.orElse(0));
    }
    if (limits.isPresent()) {
      int inner = out.begin();
      limits.get().forEach(limit -> limit.write(out));
      out.end(inner);
    } else if (scopes.isPresent()) {
      out.empty();
    }
    if (scopes.isPresent()) {
      int inner = out.begin();
      scopes.get().forEach(scope -> scope.write(out));
      out.end(inner);
    }
    out.end(list);
  }

  static KeyAuthorization read(RlpReader in) {
    RlpReader fields = in.list();
    long chainId = fields.longInteger();
    KeyType keyType =
        KeyType.of(fields.longInteger())
            .orElseThrow(() -> new MalformedRlpException("an unknown type of key"));
    Address keyId = fields.address();
    OptionalLong expiry = fields.hasMore() ? expiry(fields) : OptionalLong.empty();
    Optional<List<TokenLimit>> limits = optionalList(fields, TokenLimit::read);
    Optional<List<CallScope>> scopes = optionalList(fields, CallScope::read);
    fields.finish();
    return new KeyAuthorization(chainId, keyType, keyId, expiry, limits, scopes);
  }

  private static OptionalLong expiry(RlpReader in) {
    long seconds = in.longInteger();
    // At the very end, absent is written by leaving it out.
    if (!in.hasMore()) {
      notZero(seconds);
    }
    return seconds == 0 ? OptionalLong.empty() : OptionalLong.of(seconds);
  }

  private static <T> Optional<List<T>> optionalList(
      RlpReader in, java.util.function.Function<RlpReader, T> item) {
    if (!in.hasMore()) {
      return Optional.empty();
    }
    if (in.nextIsList()) {
      return Optional.of(in.list(item));
    }
    if (!in.bytes().isEmpty() || !in.hasMore()) {
      throw new MalformedRlpException("neither a list nor left out before one");
    }
    return Optional.empty();
  }

  /** What may be left out is not written as zero. */
  static long notZero(long value) {
    if (value == 0) {
      throw new MalformedRlpException("an absent value that is written at the end");
    }
    return value;
  }

  /** Collects the limits; not safe for several threads. */
  public static final class Builder {
    private final long chainId;
    private final KeyType keyType;
    private final Address keyId;
    private OptionalLong expirySeconds = OptionalLong.empty();
    private Optional<List<TokenLimit>> limits = Optional.empty();
    private Optional<List<CallScope>> scopes = Optional.empty();

    private Builder(long chainId, KeyType keyType, Address keyId) {
      this.chainId = chainId;
      this.keyType = keyType;
      this.keyId = keyId;
    }

    /** Unix seconds: from then on the key signs nothing. */
    public Builder expiresAt(long seconds) {
      expirySeconds = OptionalLong.of(seconds);
      return this;
    }

    /** It may not spend any token (until limits are added). */
    public Builder spendsNothing() {
      limits = Optional.of(limits.orElseGet(ArrayList::new));
      return this;
    }

    /**
     * It may spend so many units of this token, once and for all, and of no token without limit.
     */
    public Builder maySpend(Address token, BigInteger units) {
      return maySpendPer(0, token, units);
    }

    /** It may spend so many units of this token in each period. */
    public Builder maySpendPer(long periodSeconds, Address token, BigInteger units) {
      spendsNothing();
      limits.orElseThrow().add(new TokenLimit(token, units, periodSeconds));
      return this;
    }

    /** It may call this, and nothing that is not allowed likewise. */
    public Builder mayCall(CallScope scope) {
      scopes = Optional.of(scopes.orElseGet(ArrayList::new));
      scopes.orElseThrow().add(scope);
      return this;
    }

    /** The authorization. */
    public KeyAuthorization build() {
      return new KeyAuthorization(chainId, keyType, keyId, expirySeconds, limits, scopes);
    }
  }
}
