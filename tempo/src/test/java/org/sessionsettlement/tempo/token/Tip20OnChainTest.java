package org.sessionsettlement.tempo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sessionsettlement.tempo.testing.TestChain.ALPHA_USD;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.policy.PolicyEvent;
import org.sessionsettlement.tempo.policy.PolicyRegistry;
import org.sessionsettlement.tempo.policy.PolicyType;
import org.sessionsettlement.tempo.revert.Revert;
import org.sessionsettlement.tempo.revert.Tip20Error;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.testing.DevAccounts;
import org.sessionsettlement.tempo.testing.TestChain;

/** Real tokens on Anvil, one test after the other on one chain; each has its own token. */
@SuppressWarnings("NullAway.Init") // JUnit fills the chain before the first test.
class Tip20OnChainTest {
  private static final Secp256k1Account ADMIN = DevAccounts.get(0);
  private static final Secp256k1Account OTHER = DevAccounts.get(1);
  private static final Address FRESH = Address.parse("0x1111111111111111111111111111111111111111");
  private static final Hash32 MEMO = Hash32.parse("0x" + "42".repeat(32));
  private static final long PLENTY = 10_000_000;
  private static final BigInteger SUPPLY = units(1_000_000_000);

  private static TestChain chain;

  @BeforeAll
  static void start() throws IOException {
    chain = TestChain.start();
    // Before its first block Anvil runs calls at second 1: no permit would be too late.
    chain.rpc().request("evm_mine");
  }

  @AfterAll
  static void stop() {
    chain.close();
  }

  @Test
  void createsATokenAndMintsOfItInOneBatch() {
    TokenSpec spec = spec(1);
    Address token = read(Tip20Factory.tokenAddress(ADMIN.address(), spec.salt()));
    assertThat(read(Tip20Factory.isTip20(token))).isFalse();
    Receipt receipt = send(Tip20Factory.createAndMint(spec, token, SUPPLY));
    assertThat(receipt.logs().stream().map(Tip20Factory::decode).flatMap(Optional::stream))
        .containsExactly(new Tip20Factory.TokenCreated(token, spec));
    assertThat(events(receipt))
        .contains(
            new Tip20Event.RoleMembershipUpdated(
                token, TokenRole.ISSUER.id(), ADMIN.address(), ADMIN.address(), true),
            new Tip20Event.Mint(token, ADMIN.address(), SUPPLY));
    assertThat(read(Tip20Factory.isTip20(token))).isTrue();
    assertThat(read(new Tip20(token).balanceOf(ADMIN.address()))).isEqualTo(SUPPLY);
  }

  @Test
  void tellsWhatATokenIs() {
    Tip20 token = new Tip20(newToken(2));
    assertThat(read(token.name())).isEqualTo("Test Dollar 2");
    assertThat(read(token.symbol())).isEqualTo("TD2");
    assertThat(read(token.currency())).isEqualTo("USD");
    assertThat(read(token.decimals())).isEqualTo(6);
    assertThat(read(token.quoteToken())).isEqualTo(Tip20.PATH_USD);
    assertThat(read(token.totalSupply())).isEqualTo(SUPPLY);
    assertThat(read(token.supplyCap()))
        .isEqualTo(BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE));
    assertThat(read(token.paused())).isFalse();
    assertThat(read(token.transferPolicyId())).isEqualTo(PolicyRegistry.ALLOW_ALL);
    assertThat(read(token.hasRole(ADMIN.address(), TokenRole.DEFAULT_ADMIN))).isTrue();
    assertThat(read(token.hasRole(OTHER.address(), TokenRole.ISSUER))).isFalse();
  }

  @Test
  void movesTokensWithAMemoByOwnerAndByAllowance() {
    Tip20 token = new Tip20(newToken(3));
    Receipt receipt =
        send(
            List.of(
                token.transferWithMemo(FRESH, units(7), MEMO),
                token.approve(ADMIN.address(), units(5)),
                token.transferFromWithMemo(ADMIN.address(), FRESH, units(3), MEMO)));
    Address from = ADMIN.address();
    assertThat(events(receipt).stream().filter(event -> event.token().equals(token.token())))
        .containsExactly(
            new Tip20Event.Transfer(token.token(), from, FRESH, units(7)),
            new Tip20Event.TransferWithMemo(token.token(), from, FRESH, units(7), MEMO),
            new Tip20Event.Approval(token.token(), from, from, units(5)),
            new Tip20Event.Transfer(token.token(), from, FRESH, units(3)),
            new Tip20Event.TransferWithMemo(token.token(), from, FRESH, units(3), MEMO));
    assertThat(read(token.balanceOf(FRESH))).isEqualTo(10);
    assertThat(read(token.allowance(from, from))).isEqualTo(2);
  }

  @Test
  void takesAPermitFromAnybodyOnce() {
    Tip20 token = new Tip20(newToken(4));
    Permit permit = permit(token, chain.now() + 3_600);
    assertThat(permit.typedData().domainSeparator()).isEqualTo(read(token.domainSeparator()));
    Call call = permit.call(permit.sign(ADMIN));
    Receipt receipt =
        chain.send(OTHER, PLENTY, call, token.transferFrom(ADMIN.address(), FRESH, units(4)));
    assertThat(receipt.succeeded()).isTrue();
    assertThat(events(receipt))
        .contains(
            new Tip20Event.Approval(token.token(), ADMIN.address(), OTHER.address(), units(9)));
    assertThat(read(token.allowance(ADMIN.address(), OTHER.address()))).isEqualTo(5);
    assertThat(read(token.permitNonce(ADMIN.address()))).isEqualTo(1);
    assertRefused(OTHER.address(), call, Tip20Error.INVALID_SIGNATURE);
  }

  @Test
  void refusesAPermitThatIsTooLate() {
    Permit permit = permit(new Tip20(ALPHA_USD), chain.now() - 1);
    Call late = permit.call(permit.sign(ADMIN));
    assertRefused(OTHER.address(), late, Tip20Error.PERMIT_EXPIRED);
  }

  @Test
  void stopsAllTransfersWhilePaused() {
    Tip20 token = new Tip20(newToken(5));
    Tip20Issuer issuer = new Tip20Issuer(token.token());
    Receipt receipt =
        send(
            List.of(
                issuer.grantRole(TokenRole.PAUSE, ADMIN.address()),
                issuer.grantRole(TokenRole.UNPAUSE, ADMIN.address()),
                issuer.pause()));
    assertThat(events(receipt))
        .contains(new Tip20Event.PauseStateUpdate(token.token(), ADMIN.address(), true));
    assertThat(read(token.paused())).isTrue();
    Call transfer = token.transfer(OTHER.address(), units(1));
    assertRefused(ADMIN.address(), transfer, Tip20Error.CONTRACT_PAUSED);
    assertThat(events(send(List.of(issuer.unpause(), transfer))))
        .contains(new Tip20Event.PauseStateUpdate(token.token(), ADMIN.address(), false));
  }

  @Test
  void refusesWhoIsOnTheBlacklistOfItsPolicy() {
    Tip20 token = new Tip20(newToken(6));
    long policy = newBlacklist();
    Receipt receipt =
        send(
            List.of(
                PolicyRegistry.modifyPolicyBlacklist(policy, OTHER.address(), true),
                new Tip20Issuer(token.token()).changeTransferPolicyId(policy)));
    assertThat(events(receipt))
        .contains(new Tip20Event.TransferPolicyUpdate(token.token(), ADMIN.address(), policy));
    assertThat(read(PolicyRegistry.isAuthorized(policy, OTHER.address()))).isFalse();
    assertThat(read(PolicyRegistry.isAuthorized(policy, FRESH))).isTrue();
    assertRefused(
        ADMIN.address(), token.transfer(OTHER.address(), units(1)), Tip20Error.POLICY_FORBIDS);
  }

  @Test
  void namesWhatTheTokenObjectsTo() {
    Tip20 token = new Tip20(newToken(7));
    Tip20Issuer issuer = new Tip20Issuer(token.token());
    Address admin = ADMIN.address();
    Address unregistered = Address.parse("0x12345678fdfdfdfdfdfdfdfdfdfdaabbccddeeff");
    assertRefused(
        OTHER.address(), token.transfer(FRESH, units(1)), Tip20Error.INSUFFICIENT_BALANCE);
    assertRefused(
        OTHER.address(),
        token.transferFrom(admin, FRESH, units(1)),
        Tip20Error.INSUFFICIENT_ALLOWANCE);
    assertRefused(admin, token.transfer(Address.ZERO, units(1)), Tip20Error.INVALID_RECIPIENT);
    assertRefused(
        admin, token.transfer(unregistered, units(1)), Tip20Error.VIRTUAL_ADDRESS_UNREGISTERED);
    assertRefused(OTHER.address(), issuer.mint(FRESH, units(1)), Tip20Error.UNAUTHORIZED);
    assertRefused(admin, issuer.setSupplyCap(units(1)), Tip20Error.INVALID_SUPPLY_CAP);
    assertRefused(
        admin,
        issuer.mint(admin, BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE)),
        Tip20Error.SUPPLY_CAP_EXCEEDED);
    assertRefused(admin, issuer.changeTransferPolicyId(999), Tip20Error.INVALID_TRANSFER_POLICY_ID);
    assertRefused(admin, issuer.setNextQuoteToken(FRESH), Tip20Error.INVALID_QUOTE_TOKEN);
  }

  @Test
  void burnsAndCapsAndChangesItsQuoteToken() {
    Address token = newToken(8);
    Tip20Issuer issuer = new Tip20Issuer(token);
    Address admin = ADMIN.address();
    BigInteger left = SUPPLY.subtract(units(3));
    Receipt receipt =
        send(
            List.of(
                issuer.burnWithMemo(units(3), MEMO),
                issuer.setSupplyCap(left),
                issuer.setNextQuoteToken(ALPHA_USD),
                issuer.completeQuoteTokenUpdate()));
    assertThat(events(receipt))
        .contains(
            new Tip20Event.Burn(token, admin, units(3)),
            new Tip20Event.SupplyCapUpdate(token, admin, left),
            new Tip20Event.NextQuoteTokenSet(token, admin, ALPHA_USD),
            new Tip20Event.QuoteTokenUpdate(token, admin, ALPHA_USD));
    assertThat(read(new Tip20(token).totalSupply())).isEqualTo(left);
    assertThat(read(new Tip20(token).quoteToken())).isEqualTo(ALPHA_USD);
  }

  @Test
  void readsATableOfBalances() {
    List<Address> tokens = List.of(Tip20.PATH_USD, ALPHA_USD);
    List<Address> owners = DevAccounts.all().stream().map(Secp256k1Account::address).toList();
    Balances table = Balances.read(chain.rpc(), tokens, owners, BlockTag.LATEST);
    for (Address token : tokens) {
      BigInteger sum = BigInteger.ZERO;
      for (Address owner : owners) {
        BigInteger alone = read(new Tip20(token).balanceOf(owner));
        assertThat(table.of(token, owner)).isEqualTo(alone);
        sum = sum.add(alone);
      }
      assertThat(table.total(token)).isEqualTo(sum);
    }
  }

  private static Permit permit(Tip20 token, long deadline) {
    PermitDomain domain =
        new PermitDomain(read(token.name()), chain.rpc().chainId(), token.token());
    return new Permit(
        domain,
        ADMIN.address(),
        OTHER.address(),
        units(9),
        read(token.permitNonce(ADMIN.address())),
        BigInteger.valueOf(deadline));
  }

  private static long newBlacklist() {
    Receipt receipt =
        send(List.of(PolicyRegistry.createPolicy(ADMIN.address(), PolicyType.BLACKLIST)));
    return receipt.logs().stream()
        .map(PolicyEvent::decode)
        .flatMap(Optional::stream)
        .filter(PolicyEvent.PolicyCreated.class::isInstance)
        .map(event -> ((PolicyEvent.PolicyCreated) event).policyId())
        .findFirst()
        .orElseThrow();
  }

  private static Address newToken(int number) {
    TokenSpec spec = spec(number);
    Address token = read(Tip20Factory.tokenAddress(ADMIN.address(), spec.salt()));
    send(Tip20Factory.createAndMint(spec, token, SUPPLY));
    return token;
  }

  private static TokenSpec spec(int number) {
    byte[] salt = new byte[32];
    Arrays.fill(salt, (byte) number);
    return new TokenSpec(
        "Test Dollar " + number,
        "TD" + number,
        "USD",
        Tip20.PATH_USD,
        ADMIN.address(),
        Hash32.of(salt));
  }

  private static Receipt send(List<Call> calls) {
    Receipt receipt = chain.send(ADMIN, PLENTY, calls.toArray(Call[]::new));
    assertThat(receipt.succeeded()).isTrue();
    return receipt;
  }

  private static void assertRefused(Address from, Call call, Tip20Error error) {
    assertThatExceptionOfType(RevertedException.class)
        .isThrownBy(() -> chain.rpc().simulate(from, call, BlockTag.LATEST))
        .satisfies(
            e ->
                assertThat(e.revert())
                    .isInstanceOfSatisfying(
                        Revert.Token.class, token -> assertThat(token.error()).isEqualTo(error)));
  }

  private static List<Tip20Event> events(Receipt receipt) {
    return receipt.logs().stream().map(Tip20Event::decode).flatMap(Optional::stream).toList();
  }

  private static <T> T read(ContractRead<T> read) {
    return chain.rpc().read(read, BlockTag.LATEST);
  }

  private static BigInteger units(long value) {
    return BigInteger.valueOf(value);
  }
}
