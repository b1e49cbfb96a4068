package org.sessionsettlement.tempo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sessionsettlement.tempo.testing.TestChain.ALPHA_USD;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.revert.Revert;
import org.sessionsettlement.tempo.revert.Tip20Error;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.testing.DevAccounts;
import org.sessionsettlement.tempo.testing.TestChain;

/** Policies on the newest rules that Anvil knows; receive policies came later (PayoutCheckTest). */
@SuppressWarnings("NullAway.Init") // JUnit fills the chain before the first test.
class PayoutOnChainTest {
  private static final Secp256k1Account ADMIN = DevAccounts.get(0);
  private static final Address RECEIVER = DevAccounts.get(1).address();
  private static final Address STRANGER =
      Address.parse("0x1111111111111111111111111111111111111111");
  private static final long PLENTY = 10_000_000;

  private static TestChain chain;

  @BeforeAll
  static void start() throws IOException {
    chain = TestChain.start("T4");
  }

  @AfterAll
  static void stop() {
    chain.close();
  }

  @Test
  void aChainWithoutReceivePoliciesSaysSo() {
    assertThat(check(ADMIN.address(), RECEIVER)).isEqualTo(new PayoutAnswer.NotSupportedHere());
    assertThatExceptionOfType(RevertedException.class)
        .isThrownBy(() -> read(PolicyRegistry.receivePolicy(RECEIVER)))
        .satisfies(e -> assertThat(e.reason()).hasValue("UnknownFunctionSelector"));
  }

  @Test
  void whatWouldRevertIsRefusedWithTheReason() {
    assertRefused(check(STRANGER, RECEIVER), Tip20Error.INSUFFICIENT_BALANCE);
    assertRefused(check(ADMIN.address(), Address.ZERO), Tip20Error.INVALID_RECIPIENT);
    assertRefused(
        check(ADMIN.address(), Address.parse("0x12345678fdfdfdfdfdfdfdfdfdfdaabbccddeeff")),
        Tip20Error.VIRTUAL_ADDRESS_UNREGISTERED);
  }

  @Test
  void aWhitelistAuthorizesWhoIsOnIt() {
    long policy =
        created(
            PolicyRegistry.createPolicy(ADMIN.address(), PolicyType.WHITELIST, List.of(RECEIVER)));
    assertThat(read(PolicyRegistry.policyData(policy)))
        .isEqualTo(new PolicyData(PolicyType.WHITELIST, ADMIN.address()));
    assertThat(read(PolicyRegistry.isAuthorized(policy, RECEIVER))).isTrue();
    assertThat(read(PolicyRegistry.isAuthorized(policy, STRANGER))).isFalse();
    send(PolicyRegistry.modifyPolicyWhitelist(policy, STRANGER, true));
    assertThat(read(PolicyRegistry.isAuthorized(policy, STRANGER))).isTrue();
  }

  @Test
  void aCompoundPolicyTellsSendersFromReceivers() {
    long senders =
        created(
            PolicyRegistry.createPolicy(ADMIN.address(), PolicyType.BLACKLIST, List.of(STRANGER)));
    Receipt receipt =
        send(
            PolicyRegistry.createCompoundPolicy(
                senders, PolicyRegistry.ALLOW_ALL, PolicyRegistry.REJECT_ALL));
    long policy = read(PolicyRegistry.nextPolicyId()) - 1;
    assertThat(events(receipt))
        .contains(new PolicyEvent.CompoundPolicyCreated(policy, ADMIN.address(), senders, 1, 0));
    assertThat(read(PolicyRegistry.isAuthorizedSender(policy, STRANGER))).isFalse();
    assertThat(read(PolicyRegistry.isAuthorizedRecipient(policy, STRANGER))).isTrue();
    assertThat(read(PolicyRegistry.isAuthorizedMintRecipient(policy, STRANGER))).isFalse();
  }

  @Test
  void onlyItsAdminChangesAPolicy() {
    long policy = created(PolicyRegistry.createPolicy(ADMIN.address(), PolicyType.BLACKLIST));
    Receipt receipt = send(PolicyRegistry.setPolicyAdmin(policy, RECEIVER));
    assertThat(events(receipt))
        .contains(new PolicyEvent.PolicyAdminUpdated(policy, ADMIN.address(), RECEIVER));
    assertThatExceptionOfType(RevertedException.class)
        .isThrownBy(
            () ->
                chain
                    .rpc()
                    .simulate(
                        ADMIN.address(),
                        PolicyRegistry.modifyPolicyBlacklist(policy, STRANGER, true),
                        BlockTag.LATEST))
        .satisfies(e -> assertThat(e.reason()).hasValue("Unauthorized"));
  }

  @Test
  void namesAPolicyThatIsNotThere() {
    assertThat(read(PolicyRegistry.policyExists(999))).isFalse();
    assertThatExceptionOfType(RevertedException.class)
        .isThrownBy(() -> read(PolicyRegistry.policyData(999)))
        .satisfies(e -> assertThat(e.reason()).hasValue("PolicyNotFound"));
  }

  private static PayoutAnswer check(Address sender, Address receiver) {
    Payout payout = new Payout(ALPHA_USD, sender, receiver, BigInteger.TEN);
    return new PayoutCheck(chain.rpc()).check(payout, BlockTag.LATEST);
  }

  private static void assertRefused(PayoutAnswer answer, Tip20Error error) {
    Revert why = ((PayoutAnswer.Refused) answer).why();
    assertThat(((Revert.Token) why).error()).isEqualTo(error);
  }

  private static long created(Call creation) {
    return events(send(creation)).stream()
        .filter(PolicyEvent.PolicyCreated.class::isInstance)
        .map(event -> ((PolicyEvent.PolicyCreated) event).policyId())
        .findFirst()
        .orElseThrow();
  }

  private static Receipt send(Call call) {
    Receipt receipt = chain.send(ADMIN, PLENTY, call);
    assertThat(receipt.succeeded()).isTrue();
    return receipt;
  }

  private static List<PolicyEvent> events(Receipt receipt) {
    return receipt.logs().stream().map(PolicyEvent::decode).flatMap(Optional::stream).toList();
  }

  private static <T> T read(ContractRead<T> read) {
    return chain.rpc().read(read, BlockTag.LATEST);
  }
}
