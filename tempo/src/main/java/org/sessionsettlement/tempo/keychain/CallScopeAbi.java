package org.sessionsettlement.tempo.keychain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.sessionsettlement.tempo.AbiTuple;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.transaction.CallScope;

/**
 * Call scopes in the contract ABI: (address target, (bytes4 selector, address[] recipients)[])[].
 */
final class CallScopeAbi {
  private static final int SELECTOR = 4;

  private CallScopeAbi() {}

  static AbiTuple sequence(List<CallScope> scopes) {
    AbiTuple items = new AbiTuple();
    scopes.forEach(scope -> items.dynamic(tuple(scope)));
    return items;
  }

  private static AbiTuple tuple(CallScope scope) {
    AbiTuple rules = new AbiTuple();
    scope.functions().forEach(function -> rules.dynamic(tuple(function)));
    return new AbiTuple().address(scope.target()).array(scope.functions().size(), rules);
  }

  private static AbiTuple tuple(CallScope.Function function) {
    AbiTuple recipients = new AbiTuple();
    function.recipients().forEach(one -> recipients.address(one));
    byte[] selector = Arrays.copyOf(function.selector().toArray(), AbiWords.WORD);
    return new AbiTuple().word(selector).array(function.recipients().size(), recipients);
  }

  /** (bool isScoped, scopes); empty for a key that may call everything. */
  static Optional<List<CallScope>> read(Bytes answer) {
    boolean scoped = AbiWords.uintAt(answer, 0).equals(BigInteger.ONE);
    return scoped
        ? Optional.of(tuples(answer, 0, AbiWords.WORD, at -> scope(answer, at)))
        : Optional.empty();
  }

  private static CallScope scope(Bytes in, int at) {
    Address target = AbiWords.addressAt(in, at);
    return new CallScope(target, tuples(in, at, at + AbiWords.WORD, inner -> function(in, inner)));
  }

  private static CallScope.Function function(Bytes in, int at) {
    int array = offset(in, at, at + AbiWords.WORD);
    List<Address> recipients = new ArrayList<>();
    for (int i = 0; i < length(in, array); i++) {
      recipients.add(AbiWords.addressAt(in, array + (1 + i) * AbiWords.WORD));
    }
    return new CallScope.Function(in.slice(at, at + SELECTOR), recipients);
  }

  /** The tuples of the array whose offset, counted from {@code base}, stands at {@code head}. */
  private static <T> List<T> tuples(Bytes in, int base, int head, IntFunction<T> item) {
    int array = offset(in, base, head);
    int first = array + AbiWords.WORD;
    List<T> items = new ArrayList<>();
    for (int i = 0; i < length(in, array); i++) {
      items.add(item.apply(offset(in, first, first + i * AbiWords.WORD)));
    }
    return items;
  }

  private static int offset(Bytes in, int base, int at) {
    return Math.addExact(base, AbiWords.uintAt(in, at).intValueExact());
  }

  /** No longer than the answer has words, so that a hostile one ends. */
  private static int length(Bytes in, int at) {
    int length = AbiWords.uintAt(in, at).intValueExact();
    if (length > in.size() / AbiWords.WORD) {
      throw new ArithmeticException("an array that is longer than the answer");
    }
    return length;
  }
}
