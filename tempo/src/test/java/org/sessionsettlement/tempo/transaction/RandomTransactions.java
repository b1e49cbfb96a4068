package org.sessionsettlement.tempo.transaction;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.account.AccessKeyAccount;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.account.KeyAccount;

/** Transactions of every type and shape that the builders take, the same ones for the same seed. */
final class RandomTransactions {
  private static final int[] LENGTHS = {0, 1, 2, 20, 55, 56, 57, 255, 256, 300, 5_000};

  private final Random random;

  RandomTransactions(long seed) {
    this.random = new Random(seed);
  }

  /**
   * A transaction, who signs it, and who pays for it.
   *
   * @param authorities who signed the authorizations in it
   */
  record Sample(
      Transaction transaction,
      List<TestKey> authorities,
      TestKey key,
      Optional<TestKey> accessKey,
      Optional<TestKey> feePayer,
      Optional<Address> sponsoredToken) {
    SignedTransaction signed() {
      if (!(transaction instanceof TempoTransaction tempo)) {
        return transaction.signedBy(key.account().sign(transaction.signingPayload()));
      }
      SignedTransaction signed = tempo.sign(account());
      return feePayer
          .map(payer -> signed.sponsoredBy(payer.secp256k1(), sponsoredToken.orElseThrow()))
          .orElse(signed);
    }

    private Account account() {
      KeyAccount root = key.account();
      return accessKey
          .<Account>map(inner -> new AccessKeyAccount(root.address(), inner.account()))
          .orElse(root);
    }
  }

  Sample next() {
    return random.nextInt(4) == 0 ? ethereum() : tempo();
  }

  private Sample ethereum() {
    Call call = new Call(optional(this::address), BigInteger.ZERO, bytes());
    TestKey key = TestKey.secp256k1(random);
    BigInteger maxFee = fee();
    Transaction transaction =
        switch (random.nextInt(3)) {
          case 0 ->
              new LegacyTransaction(
                  chance() ? OptionalLong.of(chainId()) : OptionalLong.empty(),
                  number(),
                  maxFee,
                  gas(),
                  call);
          case 1 ->
              new AccessListTransaction(chainId(), number(), maxFee, gas(), call, accessList());
          default ->
              new DynamicFeeTransaction(
                  chainId(), number(), tip(maxFee), maxFee, gas(), call, accessList());
        };
    return new Sample(
        transaction, List.of(), key, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Sample tempo() {
    TestKey key = TestKey.any(random);
    Optional<TestKey> accessKey = oneIn(4, () -> TestKey.any(random));
    Optional<TestKey> feePayer = oneIn(4, () -> TestKey.secp256k1(random));
    List<TestKey> authorities =
        random.nextInt(3) == 0 ? list(3, () -> TestKey.secp256k1(random)) : List.of();
    TempoTransaction.Builder builder = fields(authorities);
    if (feePayer.isPresent()) {
      builder.sponsored();
    } else {
      optional(this::address).ifPresent(builder::feeToken);
    }
    long chainId = chainId();
    builder.chainId(chainId);
    oneIn(4, () -> keyAuthorization(chainId, accessKey.orElseGet(() -> TestKey.any(random))))
        .ifPresent(one -> builder.keyAuthorization(one.sign(key.account())));
    return new Sample(
        builder.build(), authorities, key, accessKey, feePayer, feePayer.map(any -> address()));
  }

  private TempoTransaction.Builder fields(List<TestKey> authorities) {
    BigInteger maxFee = fee();
    TempoTransaction.Builder builder =
        TempoTransaction.builder()
            .maxFeePerGas(maxFee)
            .maxPriorityFeePerGas(tip(maxFee))
            .gasLimit(gas())
            .calls(calls(authorities.isEmpty()))
            .accessList(accessList())
            .authorizations(authorities.stream().map(this::authorization).toList());
    long validBefore = 2 + number();
    switch (random.nextInt(3)) {
      case 0 -> builder.nonce(number());
      case 1 -> builder.nonceKey(word()).nonce(number()).validBefore(validBefore);
      default -> builder.expiringNonce(validBefore);
    }
    optional(() -> validBefore / 2).ifPresent(builder::validAfter);
    return builder;
  }

  private List<Call> calls(boolean mayCreate) {
    List<Call> calls = new ArrayList<>();
    if (mayCreate && random.nextInt(5) == 0) {
      calls.add(Call.create(bytes()));
    }
    do {
      calls.add(Call.to(address(), bytes()));
    } while (calls.size() < 32 && random.nextInt(3) != 0);
    return calls;
  }

  private List<AccessListEntry> accessList() {
    return list(3, () -> new AccessListEntry(address(), list(3, this::hash)));
  }

  private SignedAuthorization authorization(TestKey authority) {
    return new Authorization(chance() ? 0 : chainId(), address(), number())
        .sign(authority.account());
  }

  private KeyAuthorization keyAuthorization(long chainId, TestKey key) {
    return new KeyAuthorization(
        chance() ? 0 : chainId,
        key.account().keyType(),
        key.account().address(),
        chance() ? OptionalLong.of(1 + number()) : OptionalLong.empty(),
        optional(
            () -> list(3, () -> new TokenLimit(address(), word(), chance() ? 0 : 1 + number()))),
        optional(() -> list(3, this::scope)));
  }

  private CallScope scope() {
    return new CallScope(
        address(), list(3, () -> new CallScope.Function(bytes(4), list(3, this::address))));
  }

  private <T> List<T> list(int below, Supplier<T> item) {
    List<T> all = new ArrayList<>();
    for (int i = random.nextInt(below); i > 0; i--) {
      all.add(item.get());
    }
    return all;
  }

  private <T> Optional<T> optional(Supplier<T> value) {
    return oneIn(2, value);
  }

  private <T> Optional<T> oneIn(int tries, Supplier<T> value) {
    return random.nextInt(tries) == 0 ? Optional.of(value.get()) : Optional.empty();
  }

  private boolean chance() {
    return random.nextBoolean();
  }

  private long chainId() {
    return 1L + random.nextInt(1_000_000);
  }

  /** Any length of integer alike. */
  private long number() {
    return random.nextInt(5) == 0 ? 0 : random.nextLong() >>> (12 + random.nextInt(52));
  }

  private long gas() {
    return 21_000L + random.nextInt(29_000_000);
  }

  private BigInteger fee() {
    return new BigInteger(random.nextInt(129), random);
  }

  private BigInteger tip(BigInteger maxFee) {
    return maxFee.shiftRight(random.nextInt(130));
  }

  private BigInteger word() {
    return new BigInteger(random.nextInt(256), random);
  }

  private Address address() {
    return Address.of(bytes(20).toArray());
  }

  private Hash32 hash() {
    return Hash32.of(bytes(32).toArray());
  }

  private Bytes bytes() {
    return bytes(LENGTHS[random.nextInt(LENGTHS.length)]);
  }

  private Bytes bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }
}
