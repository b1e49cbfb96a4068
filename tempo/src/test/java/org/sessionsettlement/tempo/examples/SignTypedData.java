package org.sessionsettlement.tempo.examples;

import java.util.Map;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.signature.SignatureVerifier;
import org.sessionsettlement.tempo.signature.typeddata.TypedData;
import org.sessionsettlement.tempo.signature.typeddata.TypedDataDomain;
import org.sessionsettlement.tempo.signature.typeddata.TypedField;

/** An order that a wallet shows before it signs (EIP-712), and who signed it. */
final class SignTypedData {
  private SignTypedData() {}

  /** The order. */
  static TypedData order(long chainId, Address shop, long units) {
    return TypedData.builder("Order")
        .domain(TypedDataDomain.of("Shop", "1", chainId, shop))
        .struct(
            "Order",
            new TypedField("item", "string"),
            new TypedField("price", "uint256"),
            new TypedField("to", "Address"))
        .struct("Address", new TypedField("name", "string"), new TypedField("street", "string"))
        .message(
            Map.of(
                "item",
                "a book",
                "price",
                units,
                "to",
                Map.of("name", "Ada", "street", "12 St James's Square")))
        .build();
  }

  /** Signs it, and asks the chain who did: what a contract would be told. */
  static Address run(TempoRpc rpc, Account account) {
    TypedData order = order(rpc.chainId(), Payment.ALPHA_USD, 1_000_000);
    Bytes signature = account.signTypedData(order).toBytes();
    return rpc.read(SignatureVerifier.recover(order.hash(), signature), BlockTag.LATEST);
  }

  /** On the local chain at this address. */
  public static void main(String[] args) {
    System.out.println(run(TempoRpc.at(args[0]), Payment.DEV));
  }
}
