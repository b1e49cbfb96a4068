package org.sessionsettlement.tempo.signature;

import java.math.BigInteger;
import java.util.Arrays;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.Hash32;

/**
 * The precompile that checks signatures of every kind on chain (TIP-1020, from hardfork T3 on):
 * what a contract would be told. Keychain signatures are not taken by these two functions.
 *
 * <p>Both reads revert with {@link #INVALID_FORMAT} for bytes that are no signature, and with
 * {@link #INVALID_SIGNATURE} for one that is not over the hash.
 */
public final class SignatureVerifier {
  /** Where it is on every Tempo chain. */
  public static final Address ADDRESS = Address.parse("0x5165300000000000000000000000000000000000");

  /** Revert data of {@code InvalidFormat()}. */
  public static final Bytes INVALID_FORMAT = Bytes.of(AbiWords.selector("InvalidFormat()"));

  /** Revert data of {@code InvalidSignature()}. */
  public static final Bytes INVALID_SIGNATURE = Bytes.of(AbiWords.selector("InvalidSignature()"));

  private SignatureVerifier() {}

  /** Who signed this hash. */
  public static ContractRead<Address> recover(Hash32 hash, Bytes signature) {
    Bytes data = call("recover(bytes32,bytes)", signature, hash.toArray());
    return new ContractRead<>(ADDRESS, data, answer -> AbiWords.addressAt(answer, 0));
  }

  /** Whether this account signed this hash: false for a good signature by another one. */
  public static ContractRead<Boolean> verify(Address account, Hash32 hash, Bytes signature) {
    Bytes data =
        call("verify(address,bytes32,bytes)", signature, AbiWords.address(account), hash.toArray());
    return new ContractRead<>(
        ADDRESS, data, answer -> AbiWords.uintAt(answer, 0).equals(BigInteger.ONE));
  }

  /** Words, and at the end bytes: their offset, their length, themselves padded to a word. */
  private static Bytes call(String signature, Bytes last, byte[]... first) {
    int padded = (last.size() + AbiWords.WORD - 1) / AbiWords.WORD;
    byte[][] words = Arrays.copyOf(first, first.length + 2 + padded);
    words[first.length] = number((first.length + 1) * AbiWords.WORD);
    words[first.length + 1] = number(last.size());
    for (int i = 0; i < padded; i++) {
      int from = i * AbiWords.WORD;
      byte[] piece = last.slice(from, Math.min(from + AbiWords.WORD, last.size())).toArray();
      words[first.length + 2 + i] = Arrays.copyOf(piece, AbiWords.WORD);
    }
    return AbiWords.call(signature, words);
  }

  private static byte[] number(int value) {
    return AbiWords.uint(BigInteger.valueOf(value));
  }
}
