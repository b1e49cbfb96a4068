package org.sessionsettlement.tempo.revert;

import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Bytes;

/** Tells the kinds of revert data apart by their selectors. */
final class RevertData {
  private static final Bytes ERROR = Bytes.of(AbiWords.selector("Error(string)"));
  private static final Bytes PANIC = Bytes.of(AbiWords.selector("Panic(uint256)"));

  private RevertData() {}

  static Revert decode(Bytes data) {
    Bytes selector = data.slice(0, 4);
    Bytes arguments = data.slice(4, data.size());
    try {
      if (selector.equals(ERROR)) {
        return new Revert.Message(data, AbiWords.string(arguments));
      }
      if (selector.equals(PANIC)) {
        return new Revert.Panic(data, AbiWords.uintAt(arguments, 0));
      }
    } catch (IndexOutOfBoundsException | ArithmeticException malformed) {
      return new Revert.Unknown(data);
    }
    return Tip20Error.of(selector)
        .<Revert>map(error -> new Revert.Token(data, error))
        .or(() -> PrecompileError.of(selector).map(error -> new Revert.Precompile(data, error)))
        .orElseGet(() -> new Revert.Unknown(data));
  }
}
