package org.sessionsettlement.tempo.revert;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hex;

/** What a contract said when it reverted. */
public sealed interface Revert {
  /** The raw data. */
  Bytes data();

  /** In words: the string itself, the error's name, the panic; empty when the data tell nothing. */
  Optional<String> reason();

  /** {@code require(..., "text")}, {@code Error(string)}. */
  record Message(Bytes data, String text) implements Revert {
    @Override
    public Optional<String> reason() {
      return Optional.of(text);
    }
  }

  /** An error of the Solidity language, {@code Panic(uint256)}. */
  record Panic(Bytes data, BigInteger code) implements Revert {
    private static final Map<Integer, String> MEANINGS =
        Map.of(
            0x01, "assertion failed",
            0x11, "arithmetic overflow",
            0x12, "division by zero",
            0x21, "value outside its enum",
            0x22, "damaged storage",
            0x31, "pop of an empty array",
            0x32, "index out of bounds",
            0x41, "out of memory",
            0x51, "call of an empty function");

    @Override
    public Optional<String> reason() {
      String meaning =
          code.bitLength() < 31 ? MEANINGS.getOrDefault(code.intValue(), "unknown") : "unknown";
      return Optional.of("Panic(" + Hex.quantity(code) + "): " + meaning);
    }
  }

  /** A TIP-20 token refused. */
  record Token(Bytes data, Tip20Error error) implements Revert {
    @Override
    public Optional<String> reason() {
      return Optional.of(error.errorName());
    }

    /** Of an {@link Tip20Error#INSUFFICIENT_BALANCE} that carries its figures. */
    public Optional<Shortfall> shortfall() {
      boolean carries =
          error == Tip20Error.INSUFFICIENT_BALANCE && data.size() >= 4 + 3 * AbiWords.WORD;
      return carries ? Optional.of(shortfallIn(data)) : Optional.empty();
    }

    private static Shortfall shortfallIn(Bytes data) {
      return new Shortfall(
          AbiWords.uintAt(data, 4), AbiWords.uintAt(data, 36), AbiWords.addressAt(data, 68));
    }
  }

  /** Token units that there were, and that were needed. */
  record Shortfall(BigInteger available, BigInteger required, Address token) {}

  /** One of the precompiles around the tokens refused. */
  record Precompile(Bytes data, PrecompileError error) implements Revert {
    @Override
    public Optional<String> reason() {
      return Optional.of(error.errorName());
    }
  }

  /** A custom error that we do not know, or no data at all. */
  record Unknown(Bytes data) implements Revert {
    @Override
    public Optional<String> reason() {
      return Optional.empty();
    }
  }

  /** Understands revert data; never throws, whatever the data. */
  static Revert decode(Bytes data) {
    return data.size() < 4 ? new Unknown(data) : RevertData.decode(data);
  }
}
