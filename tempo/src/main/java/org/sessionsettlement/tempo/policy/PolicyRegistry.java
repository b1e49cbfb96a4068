package org.sessionsettlement.tempo.policy;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.sessionsettlement.tempo.AbiTuple;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.revert.PrecompileError;
import org.sessionsettlement.tempo.revert.Tip20Error;

/**
 * The TIP-403 registry: calls and reads as values. Reads of a policy that is not there revert with
 * {@link PrecompileError#POLICY_NOT_FOUND}, changes by anybody but its admin with {@link
 * Tip20Error#UNAUTHORIZED}. {@code setReceivePolicy} and the reads of receive policies (TIP-1028)
 * are there since hardfork T6; before, they revert with {@link
 * PrecompileError#UNKNOWN_FUNCTION_SELECTOR}.
 */
public final class PolicyRegistry {
  /** Where it is on every Tempo chain. */
  public static final Address ADDRESS = Address.parse("0x403c000000000000000000000000000000000000");

  /** The built-in policy that authorizes nobody. */
  public static final long REJECT_ALL = 0;

  /** The built-in policy that authorizes everybody; what a new token has. */
  public static final long ALLOW_ALL = 1;

  private PolicyRegistry() {}

  /** Creates a policy with an empty list; its id is in {@link PolicyEvent.PolicyCreated}. */
  public static Call createPolicy(Address admin, PolicyType type) {
    return call("createPolicy(address,uint8)", AbiWords.address(admin), type.word());
  }

  /** Creates a policy with these accounts on its list. */
  public static Call createPolicy(Address admin, PolicyType type, List<Address> accounts) {
    return Call.to(
        ADDRESS,
        new AbiTuple()
            .address(admin)
            .word(type.word())
            .addresses(accounts)
            .call("createPolicyWithAccounts(address,uint8,address[])"));
  }

  /** Creates a policy of three simple ones (TIP-1015). */
  public static Call createCompoundPolicy(long senders, long recipients, long mintRecipients) {
    return call(
        "createCompoundPolicy(uint64,uint64,uint64)",
        number(senders),
        number(recipients),
        number(mintRecipients));
  }

  /** Puts an account on a whitelist or takes it off. */
  public static Call modifyPolicyWhitelist(long policyId, Address account, boolean allowed) {
    return call(
        "modifyPolicyWhitelist(uint64,address,bool)",
        number(policyId),
        AbiWords.address(account),
        number(allowed ? 1 : 0));
  }

  /** Puts an account on a blacklist or takes it off. */
  public static Call modifyPolicyBlacklist(long policyId, Address account, boolean restricted) {
    return call(
        "modifyPolicyBlacklist(uint64,address,bool)",
        number(policyId),
        AbiWords.address(account),
        number(restricted ? 1 : 0));
  }

  /** Hands a policy over. */
  public static Call setPolicyAdmin(long policyId, Address admin) {
    return call("setPolicyAdmin(uint64,address)", number(policyId), AbiWords.address(admin));
  }

  /** What the caller accepts from now on (TIP-1028); both policies are simple or built in. */
  public static Call setReceivePolicy(
      long senderPolicyId, long tokenFilterId, Address recoveryAuthority) {
    return call(
        "setReceivePolicy(uint64,uint64,address)",
        number(senderPolicyId),
        number(tokenFilterId),
        AbiWords.address(recoveryAuthority));
  }

  /** True when a policy authorizes an account both to send and to receive. */
  public static ContractRead<Boolean> isAuthorized(long policyId, Address account) {
    return authorized("isAuthorized", policyId, account);
  }

  /** True when a policy authorizes an account to send. */
  public static ContractRead<Boolean> isAuthorizedSender(long policyId, Address account) {
    return authorized("isAuthorizedSender", policyId, account);
  }

  /** True when a policy authorizes an account to receive. */
  public static ContractRead<Boolean> isAuthorizedRecipient(long policyId, Address account) {
    return authorized("isAuthorizedRecipient", policyId, account);
  }

  /** True when a policy authorizes an account to receive what is minted. */
  public static ContractRead<Boolean> isAuthorizedMintRecipient(long policyId, Address account) {
    return authorized("isAuthorizedMintRecipient", policyId, account);
  }

  /** True when there is such a policy. */
  public static ContractRead<Boolean> policyExists(long policyId) {
    return read("policyExists(uint64)", data -> AbiWords.boolAt(data, 0), number(policyId));
  }

  /** A policy's type and admin. */
  public static ContractRead<PolicyData> policyData(long policyId) {
    return read(
        "policyData(uint64)",
        data ->
            new PolicyData(
                PolicyType.of(AbiWords.uintAt(data, 0)), AbiWords.addressAt(data, AbiWords.WORD)),
        number(policyId));
  }

  /** The id that the next policy gets. */
  public static ContractRead<Long> nextPolicyId() {
    return read("policyIdCounter()", data -> AbiWords.uintAt(data, 0).longValueExact());
  }

  /** What an account accepts (TIP-1028). */
  public static ContractRead<ReceivePolicy> receivePolicy(Address account) {
    return read("receivePolicy(address)", ReceivePolicy::read, AbiWords.address(account));
  }

  /**
   * Whether a receiver would get a token from a sender itself; virtual addresses resolved before.
   */
  static ContractRead<ReceiveAnswer> validateReceivePolicy(
      Address token, Address sender, Address receiver) {
    return read(
        "validateReceivePolicy(address,address,address)",
        ReceiveAnswer::read,
        AbiWords.address(token),
        AbiWords.address(sender),
        AbiWords.address(receiver));
  }

  private static ContractRead<Boolean> authorized(String name, long policyId, Address account) {
    return read(
        name + "(uint64,address)",
        data -> AbiWords.boolAt(data, 0),
        number(policyId),
        AbiWords.address(account));
  }

  private static Call call(String signature, byte[]... words) {
    return Call.to(ADDRESS, AbiWords.call(signature, words));
  }

  private static <T> ContractRead<T> read(
      String signature, Function<Bytes, T> decode, byte[]... words) {
    return new ContractRead<>(ADDRESS, AbiWords.call(signature, words), decode);
  }

  private static byte[] number(long value) {
    return AbiWords.uint(BigInteger.valueOf(value));
  }
}
