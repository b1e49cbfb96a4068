package org.sessionsettlement.tempo.examples;

import java.math.BigInteger;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.token.Tip20Factory;
import org.sessionsettlement.tempo.token.TokenSpec;

/** Creates a stablecoin, becomes its issuer and mints of it, in one transaction. */
final class CreateToken {
  private static final BigInteger MILLION_DOLLARS = BigInteger.TEN.pow(12);

  private CreateToken() {}

  /** The RPC address; the issuer's key is in PRIVATE_KEY. */
  public static void main(String[] args) {
    Secp256k1Account issuer = Secp256k1Account.fromPrivateKey(System.getenv("PRIVATE_KEY"));
    System.out.println(run(TempoRpc.at(args[0]), issuer));
  }

  static Address run(TempoRpc rpc, Secp256k1Account issuer) {
    Hash32 salt = Keccak256.hash("my first token");
    TokenSpec spec =
        new TokenSpec("Example Dollar", "EXD", "USD", Tip20.PATH_USD, issuer.address(), salt);
    Address token = rpc.read(Tip20Factory.tokenAddress(issuer.address(), salt), BlockTag.LATEST);
    EstimateABatch.run(rpc, issuer, Tip20Factory.createAndMint(spec, token, MILLION_DOLLARS));
    return token;
  }
}
