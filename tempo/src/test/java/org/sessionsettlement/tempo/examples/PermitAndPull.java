package org.sessionsettlement.tempo.examples;

import java.math.BigInteger;
import java.util.List;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Permit;
import org.sessionsettlement.tempo.token.PermitDomain;
import org.sessionsettlement.tempo.token.Tip20;

/** An owner signs and sends nothing; a spender gives itself the allowance and takes the tokens. */
final class PermitAndPull {
  private static final long HOUR = 3_600;

  private PermitAndPull() {}

  /** The RPC address; the keys are in OWNER_KEY and PRIVATE_KEY. */
  public static void main(String[] args) {
    Secp256k1Account owner = Secp256k1Account.fromPrivateKey(System.getenv("OWNER_KEY"));
    Secp256k1Account spender = Secp256k1Account.fromPrivateKey(System.getenv("PRIVATE_KEY"));
    System.out.println(run(TempoRpc.at(args[0]), owner, spender, BigInteger.valueOf(1_000_000)));
  }

  static Receipt run(
      TempoRpc rpc, Secp256k1Account owner, Secp256k1Account spender, BigInteger amount) {
    Tip20 token = new Tip20(Tip20.PATH_USD);
    Permit permit = permit(rpc, token, owner, spender, amount);
    Call allow = permit.call(permit.sign(owner));
    Call pull = token.transferFrom(owner.address(), spender.address(), amount);
    return EstimateABatch.run(rpc, spender, List.of(allow, pull)).receipt();
  }

  private static Permit permit(
      TempoRpc rpc,
      Tip20 token,
      Secp256k1Account owner,
      Secp256k1Account spender,
      BigInteger amount) {
    String name = rpc.read(token.name(), BlockTag.LATEST);
    long now = rpc.block(BlockTag.LATEST).timestampSeconds();
    return new Permit(
        new PermitDomain(name, rpc.chainId(), token.token()),
        owner.address(),
        spender.address(),
        amount,
        rpc.read(token.permitNonce(owner.address()), BlockTag.LATEST),
        BigInteger.valueOf(now + HOUR));
  }
}
