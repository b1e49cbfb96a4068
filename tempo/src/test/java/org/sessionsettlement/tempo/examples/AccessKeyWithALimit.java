package org.sessionsettlement.tempo.examples;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.account.AccessKeyAccount;
import org.sessionsettlement.tempo.account.KeyAccount;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.keychain.AccountKeychain;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.transaction.CallScope;
import org.sessionsettlement.tempo.transaction.KeyAuthorization;
import org.sessionsettlement.tempo.transaction.SignedKeyAuthorization;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/** A program may spend five dollars in the next hour, at one shop, and do nothing else. */
final class AccessKeyWithALimit {
  private static final BigInteger FIVE_DOLLARS = BigInteger.valueOf(5_000_000);
  private static final Bytes TRANSFER = Bytes.of(AbiWords.selector("transfer(address,uint256)"));

  /** Limit, expiry and scope are some fifteen fresh storage words of 250,000 gas each. */
  private static final long GAS_WITH_AUTHORIZATION = 5_000_000;

  private AccessKeyWithALimit() {}

  /**
   * What was done.
   *
   * @param left what the key may still spend, token units
   */
  record Result(Receipt authorized, Receipt paid, BigInteger left) {}

  /** The account lets the key, and the key pays two dollars. */
  static Result run(TempoRpc rpc, KeyAccount root, KeyAccount key, Address shop) {
    long now = rpc.block(BlockTag.LATEST).timestampSeconds();
    SignedKeyAuthorization authorization =
        KeyAuthorization.of(rpc.chainId(), key)
            .expiresAt(now + 3_600)
            .maySpend(Payment.ALPHA_USD, FIVE_DOLLARS)
            .mayCall(
                new CallScope(
                    Payment.ALPHA_USD, List.of(new CallScope.Function(TRANSFER, List.of(shop)))))
            .build()
            .sign(root);
    TempoTransaction first =
        Payment.next(rpc, root.address())
            .gasLimit(GAS_WITH_AUTHORIZATION)
            .keyAuthorization(authorization)
            .call(new Tip20(Payment.ALPHA_USD).transfer(shop, BigInteger.ONE))
            .build();
    Receipt authorized = Payment.send(rpc, first, root);
    AccessKeyAccount program = new AccessKeyAccount(root.address(), key);
    Receipt paid = Payment.send(rpc, program, shop, 2_000_000);
    BigInteger left =
        rpc.read(
                AccountKeychain.remainingLimit(root.address(), key.address(), Payment.ALPHA_USD),
                BlockTag.LATEST)
            .units();
    return new Result(authorized, paid, left);
  }

  /** With a new key, on the local chain at this address. */
  public static void main(String[] args) {
    Secp256k1Account key = Secp256k1Account.generate(new SecureRandom());
    Address shop = Address.parse("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    System.out.println(run(TempoRpc.at(args[0]), Payment.DEV, key, shop));
  }
}
