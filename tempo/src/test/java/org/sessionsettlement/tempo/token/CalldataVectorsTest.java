package org.sessionsettlement.tempo.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.tempo.token.TokenVectors.A;
import static org.sessionsettlement.tempo.token.TokenVectors.B;
import static org.sessionsettlement.tempo.token.TokenVectors.C;
import static org.sessionsettlement.tempo.token.TokenVectors.LONG_NAME;
import static org.sessionsettlement.tempo.token.TokenVectors.MEMO;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.fee.FeeManager;
import org.sessionsettlement.tempo.nonce.NonceManager;
import org.sessionsettlement.tempo.policy.PolicyRegistry;
import org.sessionsettlement.tempo.policy.PolicyType;
import org.sessionsettlement.tempo.policy.VirtualAddress;

/** Calls and reads of all precompiles, one after the other, as viem writes them. */
class CalldataVectorsTest {
  private static final Tip20 TOKEN = new Tip20(C);
  private static final Tip20Issuer ISSUER = new Tip20Issuer(C);
  private final Map<String, Bytes> written = new HashMap<>();

  @Test
  void writesEveryFunctionAsViemDoes() {
    transfers();
    issuers();
    roles();
    reads();
    factory();
    policies();
    policyReads();
    feesAndNonces();
    assertThat(written.keySet())
        .containsExactlyInAnyOrderElementsOf(
            TokenVectors.functions().stream()
                .filter(name -> !name.equals("validateReceivePolicy"))
                .toList());
    written.forEach(
        (name, data) -> assertThat(data).as(name).isEqualTo(TokenVectors.calldata(name)));
  }

  private void transfers() {
    call("approve", TOKEN.approve(A, units(5)));
    call("transfer", TOKEN.transfer(A, units(6)));
    call("transferWithMemo", TOKEN.transferWithMemo(A, units(7), MEMO));
    call("transferFrom", TOKEN.transferFrom(A, B, units(8)));
    call("transferFromWithMemo", TOKEN.transferFromWithMemo(A, B, units(9), MEMO));
  }

  private void issuers() {
    call("mint", ISSUER.mint(A, units(10)));
    call("mintWithMemo", ISSUER.mintWithMemo(A, units(11), MEMO));
    call("burn", ISSUER.burn(units(12)));
    call("burnWithMemo", ISSUER.burnWithMemo(units(13), MEMO));
    call("burnBlocked", ISSUER.burnBlocked(A, units(14)));
    call("pause", ISSUER.pause());
    call("unpause", ISSUER.unpause());
    call("changeTransferPolicyId", ISSUER.changeTransferPolicyId(15));
    call("setSupplyCap", ISSUER.setSupplyCap(units(16)));
    call("setNextQuoteToken", ISSUER.setNextQuoteToken(A));
    call("completeQuoteTokenUpdate", ISSUER.completeQuoteTokenUpdate());
  }

  private void roles() {
    call("grantRole", ISSUER.grantRole(TokenRole.ISSUER, A));
    call("revokeRole", ISSUER.revokeRole(TokenRole.ISSUER, A));
    call("renounceRole", ISSUER.renounceRole(TokenRole.ISSUER));
    read("hasRole", TOKEN.hasRole(A, TokenRole.ISSUER));
  }

  private void reads() {
    read("balanceOf", TOKEN.balanceOf(A));
    read("allowance", TOKEN.allowance(A, B));
    read("nonces", TOKEN.permitNonce(A));
    read("DOMAIN_SEPARATOR", TOKEN.domainSeparator());
    read("totalSupply", TOKEN.totalSupply());
    read("supplyCap", TOKEN.supplyCap());
    read("decimals", TOKEN.decimals());
    read("symbol", TOKEN.symbol());
    read("name", TOKEN.name());
    read("currency", TOKEN.currency());
    read("quoteToken", TOKEN.quoteToken());
    read("paused", TOKEN.paused());
    read("transferPolicyId", TOKEN.transferPolicyId());
  }

  private void factory() {
    TokenSpec spec = new TokenSpec(LONG_NAME, "T", "USD", A, B, MEMO);
    call("createToken", Tip20Factory.createToken(spec));
    read("getTokenAddress", Tip20Factory.tokenAddress(A, MEMO));
    read("isTIP20", Tip20Factory.isTip20(A));
  }

  private void policies() {
    call("createPolicy", PolicyRegistry.createPolicy(A, PolicyType.BLACKLIST));
    call(
        "createPolicyWithAccounts",
        PolicyRegistry.createPolicy(A, PolicyType.WHITELIST, List.of(B, C)));
    call("createCompoundPolicy", PolicyRegistry.createCompoundPolicy(17, 18, 19));
    call("modifyPolicyWhitelist", PolicyRegistry.modifyPolicyWhitelist(20, A, true));
    call("modifyPolicyBlacklist", PolicyRegistry.modifyPolicyBlacklist(21, A, false));
    call("setPolicyAdmin", PolicyRegistry.setPolicyAdmin(22, A));
    call("setReceivePolicy", PolicyRegistry.setReceivePolicy(23, 24, A));
  }

  private void policyReads() {
    read("isAuthorized", PolicyRegistry.isAuthorized(25, A));
    read("isAuthorizedSender", PolicyRegistry.isAuthorizedSender(26, A));
    read("isAuthorizedRecipient", PolicyRegistry.isAuthorizedRecipient(27, A));
    read("isAuthorizedMintRecipient", PolicyRegistry.isAuthorizedMintRecipient(28, A));
    read("policyExists", PolicyRegistry.policyExists(29));
    read("policyData", PolicyRegistry.policyData(30));
    read("policyIdCounter", PolicyRegistry.nextPolicyId());
    read("receivePolicy", PolicyRegistry.receivePolicy(A));
    read("resolveRecipient", VirtualAddress.resolve(A));
  }

  private void feesAndNonces() {
    call("setUserToken", FeeManager.setUserToken(A));
    read("userTokens", FeeManager.userToken(A));
    read("validatorTokens", FeeManager.validatorToken(A));
    read("getPool", FeeManager.pool(A, B));
    call("mint of the fee AMM", FeeManager.addLiquidity(A, B, units(31), C));
    read("getNonce", NonceManager.nonce(A, units(32)));
  }

  private void call(String function, Call call) {
    written.put(function, call.input());
  }

  private void read(String function, ContractRead<?> read) {
    written.put(function, read.data());
  }

  private static BigInteger units(long value) {
    return BigInteger.valueOf(value);
  }
}
