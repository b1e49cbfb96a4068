package org.sessionsettlement.tempo.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.account.AccessKeyAccount;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.account.KeyAccount;
import org.sessionsettlement.tempo.account.P256Account;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.revert.PrecompileError;
import org.sessionsettlement.tempo.revert.Revert;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.signature.P256PrivateKey;
import org.sessionsettlement.tempo.testing.DevAccounts;
import org.sessionsettlement.tempo.testing.TestChain;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.transaction.CallScope;
import org.sessionsettlement.tempo.transaction.KeyAuthorization;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/**
 * Access keys from their first to their last day, on the local chain at T3. What a key may not do
 * is mined and reverts, and costs its fee; what a key signs that is none (any more) is never mined.
 */
class AccessKeysOnChainTest {
  private static final Tip20 ALPHA = new Tip20(TestChain.ALPHA_USD);
  private static final Address BETA = Address.parse("0x20c0000000000000000000000000000000000002");
  private static final Address SHOP = Address.parse("0x2222222222222222222222222222222222222222");
  private static final Bytes TRANSFER = Bytes.of(AbiWords.selector("transfer(address,uint256)"));
  private static final CallScope PAY_THE_SHOP =
      new CallScope(TestChain.ALPHA_USD, List.of(new CallScope.Function(TRANSFER, List.of(SHOP))));
  private static final BigInteger FIVE = BigInteger.valueOf(5_000_000);
  private static final Secp256k1Account ROOT = DevAccounts.get(1);
  private static TestChain chain;

  @BeforeAll
  static void start() throws IOException {
    chain = TestChain.start();
  }

  @AfterAll
  static void stop() {
    chain.close();
  }

  @Test
  void aSecp256k1KeySpendsUpToItsLimitAndNoFurther() {
    spendsUpToItsLimit(secp256k1("31"));
  }

  @Test
  void aP256KeySpendsUpToItsLimitAndNoFurther() {
    spendsUpToItsLimit(P256Account.of(P256PrivateKey.of(Bytes.fromHex("32".repeat(32)))));
  }

  private static void spendsUpToItsLimit(KeyAccount key) {
    authorize(limited(key).build());
    AccessKeyAccount account = new AccessKeyAccount(ROOT.address(), key);
    BigInteger before = balance(SHOP);
    assertThat(send(account, pay(3_000_000)).succeeded()).isTrue();
    assertThat(balance(SHOP).subtract(before)).isEqualTo("3000000");
    BigInteger left = left(key);
    // The fee counts too.
    assertThat(left).isBetween(BigInteger.valueOf(1_900_000), BigInteger.valueOf(1_999_999));

    BigInteger rootBefore = balance(ROOT.address());
    assertThat(send(account, pay(2_000_000)).succeeded()).isFalse();
    assertThat(balance(SHOP).subtract(before)).isEqualTo("3000000");
    BigInteger fee = rootBefore.subtract(balance(ROOT.address()));
    assertThat(fee).isBetween(BigInteger.ONE, BigInteger.valueOf(10_000));
    assertThat(left(key)).isEqualTo(left.subtract(fee));
  }

  @Test
  void theChainKnowsWhatAKeyMayDo() {
    KeyAccount key = secp256k1("33");
    assertThat(known(key)).isEqualTo(new AccessKey.Unknown());
    KeyAuthorization authorization = limited(key).build();
    authorize(authorization);
    assertThat(known(key))
        .isEqualTo(
            new AccessKey.Authorized(
                key.keyType(), key.address(), authorization.expirySeconds(), true));
    assertThat(left(key)).isEqualTo(FIVE);
    assertThat(read(AccountKeychain.allowedCalls(ROOT.address(), key.address())))
        .contains(List.of(PAY_THE_SHOP));
  }

  @Test
  void aKeyDoesNothingOutsideItsScope() {
    KeyAccount key = secp256k1("34");
    authorize(limited(key).build());
    AccessKeyAccount account = new AccessKeyAccount(ROOT.address(), key);
    BigInteger allowance = read(ALPHA.allowance(ROOT.address(), SHOP));
    BigInteger beta = read(new Tip20(BETA).balanceOf(SHOP));
    assertThat(send(account, ALPHA.approve(SHOP, BigInteger.TEN)).succeeded()).isFalse();
    assertThat(send(account, ALPHA.transfer(ROOT.address(), BigInteger.ONE)).succeeded()).isFalse();
    assertThat(send(account, new Tip20(BETA).transfer(SHOP, BigInteger.ONE)).succeeded()).isFalse();
    assertThat(read(ALPHA.allowance(ROOT.address(), SHOP))).isEqualTo(allowance);
    assertThat(read(new Tip20(BETA).balanceOf(SHOP))).isEqualTo(beta);
  }

  @Test
  void aBatchThatLeavesTheScopeDoesNothingAtAll() {
    KeyAccount key = secp256k1("35");
    authorize(limited(key).build());
    BigInteger before = balance(SHOP);
    Call outside = ALPHA.approve(SHOP, BigInteger.TEN);
    AccessKeyAccount account = new AccessKeyAccount(ROOT.address(), key);
    assertThat(send(account, pay(1), outside).succeeded()).isFalse();
    assertThat(balance(SHOP)).isEqualTo(before);
  }

  @Test
  void theRootChangesWhatAKeyMayDo() {
    KeyAccount key = secp256k1("36");
    authorize(limited(key).build());
    AccessKeyAccount account = new AccessKeyAccount(ROOT.address(), key);
    Address keyId = key.address();
    root(AccountKeychain.updateSpendingLimit(keyId, TestChain.ALPHA_USD, BigInteger.TWO.pow(40)));
    assertThat(left(key)).isEqualTo(BigInteger.TWO.pow(40));
    assertThat(send(account, pay(6_000_000)).succeeded()).isTrue();

    root(AccountKeychain.setAllowedCalls(keyId, List.of(CallScope.all(TestChain.ALPHA_USD))));
    assertThat(send(account, ALPHA.approve(SHOP, BigInteger.TEN)).succeeded()).isTrue();
    root(AccountKeychain.removeAllowedCalls(keyId, TestChain.ALPHA_USD));
    assertThat(send(account, pay(1)).succeeded()).isFalse();
  }

  @Test
  void aKeyDoesNotChangeWhatItMayDo() {
    KeyAccount key = secp256k1("37");
    authorize(
        KeyAuthorization.of(chain.rpc().chainId(), key)
            .maySpend(TestChain.ALPHA_USD, FIVE)
            .build());
    AccessKeyAccount account = new AccessKeyAccount(ROOT.address(), key);
    Call more =
        AccountKeychain.updateSpendingLimit(
            key.address(), TestChain.ALPHA_USD, BigInteger.TWO.pow(40));
    assertThat(send(account, more).succeeded()).isFalse();
    assertThat(left(key)).isLessThan(FIVE);
  }

  @Test
  void aRevokedKeyDoesNothing() {
    KeyAccount key = secp256k1("38");
    KeyAuthorization authorization = limited(key).build();
    authorize(authorization);
    root(AccountKeychain.revokeKey(key.address()));
    assertThat(known(key)).isEqualTo(new AccessKey.Revoked());
    neverMined(signed(new AccessKeyAccount(ROOT.address(), key), pay(1_000_000)));
    assertThat(refusal(AccountKeychain.authorizeKey(authorization)))
        .isEqualTo(PrecompileError.KEY_ALREADY_REVOKED);
  }

  @Test
  void anUnknownKeyDoesNothing() {
    KeyAccount key = secp256k1("39");
    neverMined(signed(new AccessKeyAccount(ROOT.address(), key), pay(1_000_000)));
    assertThat(refusal(AccountKeychain.revokeKey(key.address())))
        .isEqualTo(PrecompileError.KEY_NOT_FOUND);
  }

  @Test
  void anExpiredKeyDoesNothing() {
    KeyAccount key = secp256k1("3a");
    long expiry = chain.now() + 3_600;
    root(
        AccountKeychain.authorizeKey(
            KeyAuthorization.of(chain.rpc().chainId(), key).expiresAt(expiry).build()));
    assertThat(known(key))
        .isEqualTo(
            new AccessKey.Authorized(key.keyType(), key.address(), OptionalLong.of(expiry), false));
    AccessKeyAccount account = new AccessKeyAccount(ROOT.address(), key);
    assertThat(send(account, pay(1)).succeeded()).isTrue();
    chain.moveTo(expiry);
    neverMined(signed(account, pay(1_000_000)));
  }

  @Test
  void aLimitIsFullAgainAfterItsPeriod() {
    KeyAccount key = secp256k1("3b");
    long day = 86_400;
    authorize(
        KeyAuthorization.of(chain.rpc().chainId(), key)
            .maySpendPer(day, TestChain.ALPHA_USD, FIVE)
            .build());
    AccessKeyAccount account = new AccessKeyAccount(ROOT.address(), key);
    assertThat(send(account, pay(4_000_000)).succeeded()).isTrue();
    assertThat(send(account, pay(4_000_000)).succeeded()).isFalse();
    RemainingLimit limit = remaining(key);
    chain.moveTo(limit.periodEndSeconds().orElseThrow() + 1);
    assertThat(send(account, pay(4_000_000)).succeeded()).isTrue();
    assertThat(remaining(key).periodEndSeconds().orElseThrow())
        .isGreaterThan(limit.periodEndSeconds().orElseThrow());
  }

  private static KeyAuthorization.Builder limited(KeyAccount key) {
    return KeyAuthorization.of(chain.rpc().chainId(), key)
        .expiresAt(chain.now() + 1_000_000)
        .maySpend(TestChain.ALPHA_USD, FIVE)
        .mayCall(PAY_THE_SHOP);
  }

  private static Secp256k1Account secp256k1(String octet) {
    return Secp256k1Account.fromPrivateKey(octet.repeat(32));
  }

  private static void authorize(KeyAuthorization authorization) {
    TempoTransaction.Builder builder =
        blank().call(pay(1)).keyAuthorization(authorization.sign(ROOT));
    assertThat(chain.mined(chain.from(ROOT, builder).build().sign(ROOT)).succeeded()).isTrue();
  }

  private static Call pay(long units) {
    return ALPHA.transfer(SHOP, BigInteger.valueOf(units));
  }

  private static void root(Call call) {
    assertThat(send(ROOT, call).succeeded()).isTrue();
  }

  private static Receipt send(Account account, Call... calls) {
    return chain.mined(signed(account, calls));
  }

  private static SignedTransaction signed(Account account, Call... calls) {
    return chain.from(account, blank().calls(List.of(calls))).build().sign(account);
  }

  private static TempoTransaction.Builder blank() {
    return TempoTransaction.builder().gasLimit(5_000_000).feeToken(TestChain.ALPHA_USD);
  }

  /**
   * Anvil takes it and forgets it: a transaction of the root with the same nonce is mined in its
   * place, and nothing was spent.
   */
  private static void neverMined(SignedTransaction refused) {
    BigInteger before = balance(SHOP);
    chain.rpc().sendRaw(refused.bytes());
    chain.awaitEmptyPool();
    root(ALPHA.approve(SHOP, BigInteger.ZERO));
    assertThat(chain.rpc().receipt(refused.hash())).isEmpty();
    assertThat(balance(SHOP)).isEqualTo(before);
  }

  private static PrecompileError refusal(Call call) {
    RevertedException reverted =
        catchThrowableOfType(
            RevertedException.class,
            () -> chain.rpc().simulate(ROOT.address(), call, BlockTag.LATEST));
    return ((Revert.Precompile) reverted.revert()).error();
  }

  private static AccessKey known(KeyAccount key) {
    return read(AccountKeychain.key(ROOT.address(), key.address()));
  }

  private static BigInteger left(KeyAccount key) {
    return remaining(key).units();
  }

  private static RemainingLimit remaining(KeyAccount key) {
    return read(AccountKeychain.remainingLimit(ROOT.address(), key.address(), TestChain.ALPHA_USD));
  }

  private static BigInteger balance(Address owner) {
    return read(ALPHA.balanceOf(owner));
  }

  private static <T> T read(ContractRead<T> read) {
    return chain.rpc().read(read, BlockTag.LATEST);
  }
}
