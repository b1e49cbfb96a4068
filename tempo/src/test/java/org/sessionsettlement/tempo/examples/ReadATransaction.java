package org.sessionsettlement.tempo.examples;

import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TempoTransaction;
import org.sessionsettlement.tempo.transaction.Transaction;

/** Says what a signed transaction would do, before anybody sends it. Argument: its bytes in hex. */
final class ReadATransaction {
  private ReadATransaction() {}

  public static void main(String[] args) {
    System.out.println(run(Bytes.fromHex(args[0])));
  }

  static String run(Bytes signed) {
    SignedTransaction read = SignedTransaction.decode(signed);
    Transaction transaction = read.transaction();
    String calls =
        transaction instanceof TempoTransaction tempo
            ? tempo.calls().size() + " calls on chain " + tempo.chainId()
            : "a transaction of Ethereum's";
    String payer = read.feePayer().map(one -> ", paid by " + one).orElse("");
    return read.sender() + " signed " + calls + payer;
  }
}
