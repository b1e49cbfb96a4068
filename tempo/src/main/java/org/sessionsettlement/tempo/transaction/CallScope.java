package org.sessionsettlement.tempo.transaction;

import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.RlpReader;
import org.sessionsettlement.tempo.RlpWriter;

/**
 * What an access key may call.
 *
 * @param target the contract
 * @param functions which of its functions; empty for all of them
 */
public record CallScope(Address target, List<Function> functions) {
  /** A copy of the list. */
  public CallScope {
    functions = List.copyOf(functions);
  }

  /** Everything of a contract. */
  public static CallScope all(Address target) {
    return new CallScope(target, List.of());
  }

  /**
   * One function.
   *
   * @param selector four bytes
   * @param recipients whom its first argument may name; empty for anybody
   */
  public record Function(Bytes selector, List<Address> recipients) {
    /**
     * Checks the selector.
     *
     * @throws InvalidTransactionException when it has not four bytes
     */
    public Function {
      FieldRules.refuse(selector.size() != 4, TransactionFault.SELECTOR_SIZE);
      recipients = List.copyOf(recipients);
    }

    private void write(RlpWriter out) {
      int list = out.begin();
      out.bytes(selector);
      int inner = out.begin();
      recipients.forEach(out::address);
      out.end(inner).end(list);
    }

    private static Function read(RlpReader in) {
      RlpReader fields = in.list();
      Bytes selector = fields.bytes();
      Function function = new Function(selector, fields.list(RlpReader::address));
      fields.finish();
      return function;
    }
  }

  void write(RlpWriter out) {
    int list = out.begin();
    out.address(target);
    int inner = out.begin();
    functions.forEach(function -> function.write(out));
    out.end(inner).end(list);
  }

  static CallScope read(RlpReader in) {
    RlpReader fields = in.list();
    Address target = fields.address();
    CallScope scope = new CallScope(target, fields.list(Function::read));
    fields.finish();
    return scope;
  }
}
