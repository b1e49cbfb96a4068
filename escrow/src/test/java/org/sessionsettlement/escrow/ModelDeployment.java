package org.sessionsettlement.escrow;

import com.esaulpaugh.headlong.abi.Function;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.testing.TestChain;
import org.sessionsettlement.tempo.token.Tip20;

/**
 * A TIP-20 token of its own, with a blacklist, and an escrow for it.
 *
 * @param policy the token's TIP-403 blacklist
 */
record ModelDeployment(Address token, BigInteger policy, Address escrow) {
  static final BigInteger FUNDS = BigInteger.TEN.pow(9);
  static final BigInteger ALLOWED = BigInteger.TEN.pow(8);
  private static final Address FACTORY =
      Address.parse("0x20fc000000000000000000000000000000000000");
  private static final Address POLICIES =
      Address.parse("0x403c000000000000000000000000000000000000");
  private static final Address PATH_USD =
      Address.parse("0x20c0000000000000000000000000000000000000");
  private static final int BLACKLIST = 1;
  private static final long GAS = 20_000_000;

  static ModelDeployment on(TestChain chain, List<Secp256k1Account> actors, long seed) {
    Secp256k1Account owner = actors.get(0);
    Address token = createToken(chain, owner, seed);
    Call create =
        call(POLICIES, "createPolicy(address,uint8)", Abi.address(owner.address()), BLACKLIST);
    BigInteger policy = word(chain.rpc().simulate(owner.address(), create, BlockTag.LATEST));
    succeed(chain.send(owner, GAS, create, call(token, "changeTransferPolicyId(uint64)", policy)));
    succeed(chain.send(owner, GAS, funding(token, actors)));
    Address escrow = deploy(chain, owner, settings(token));
    for (Secp256k1Account actor : actors) {
      succeed(chain.send(actor, GAS, new Tip20(token).approve(escrow, ALLOWED)));
    }
    return new ModelDeployment(token, policy, escrow);
  }

  static EscrowSettings settings(Address token) {
    return new EscrowSettings(
        token,
        DevAccount.ORACLE.address(),
        DevAccount.TREASURY.address(),
        1_000,
        300,
        BigInteger.valueOf(2_000_000),
        5_000,
        600,
        400);
  }

  /** What the constructor leaves behind. */
  ModelState model(List<Secp256k1Account> actors) {
    ModelToken money = new ModelToken();
    for (Secp256k1Account actor : actors) {
      money.balances.put(actor.address(), FUNDS);
      money.allowances.put(actor.address(), ALLOWED);
    }
    EscrowSettings settings = settings(token);
    ModelState state = new ModelState(escrow, money);
    state.owner = actors.get(0).address();
    state.oracle = settings.oracle();
    state.treasury = settings.treasury();
    state.terms =
        new BookingTerms(
            settings.feeBps(),
            settings.lateCancelPenaltyBps(),
            settings.challengeWindowSeconds(),
            settings.noAttestBufferSeconds(),
            settings.disputeTimeoutSeconds(),
            settings.challengeBond());
    return state;
  }

  Tip20 tip20() {
    return new Tip20(token);
  }

  Call pause() {
    return call(token, "pause()");
  }

  Call unpause() {
    return call(token, "unpause()");
  }

  Call restrict(Address who, boolean restricted) {
    return call(
        POLICIES,
        "modifyPolicyBlacklist(uint64,address,bool)",
        policy,
        Abi.address(who),
        restricted);
  }

  private static Address createToken(TestChain chain, Secp256k1Account owner, long seed) {
    Call create =
        call(
            FACTORY,
            "createToken(string,string,string,address,address,bytes32)",
            "Model USD",
            "MUSD",
            "USD",
            Abi.address(PATH_USD),
            Abi.address(owner.address()),
            Keccak256.hash("model " + seed).toArray());
    Bytes answer = chain.rpc().simulate(owner.address(), create, BlockTag.LATEST);
    succeed(chain.send(owner, GAS, create));
    return Address.of(Arrays.copyOfRange(answer.toArray(), 12, 32));
  }

  private static Call[] funding(Address token, List<Secp256k1Account> actors) {
    List<Call> all = new ArrayList<>();
    for (String role : List.of("ISSUER_ROLE", "PAUSE_ROLE", "UNPAUSE_ROLE")) {
      all.add(
          call(
              token,
              "grantRole(bytes32,address)",
              Keccak256.hash(role).toArray(),
              Abi.address(actors.get(0).address())));
    }
    for (Secp256k1Account actor : actors) {
      all.add(call(token, "mint(address,uint256)", Abi.address(actor.address()), FUNDS));
    }
    return all.toArray(Call[]::new);
  }

  private static Address deploy(TestChain chain, Secp256k1Account owner, EscrowSettings settings) {
    return succeed(
            chain.mined(
                chain
                    .from(
                        owner, EscrowDeployment.transaction(settings).feeToken(TestChain.ALPHA_USD))
                    .build()
                    .sign(owner)))
        .contractAddress()
        .orElseThrow();
  }

  private static Receipt succeed(Receipt receipt) {
    if (!receipt.succeeded()) {
      throw new IllegalStateException("a step of the deployment reverted");
    }
    return receipt;
  }

  private static BigInteger word(Bytes data) {
    return new BigInteger(1, data.toArray());
  }

  private static Call call(Address to, String signature, Object... arguments) {
    return Call.to(to, Abi.encode(Function.parse(signature), arguments));
  }
}
