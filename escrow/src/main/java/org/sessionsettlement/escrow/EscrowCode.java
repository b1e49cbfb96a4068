package org.sessionsettlement.escrow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;

/**
 * Tells whether deployed code is this SessionEscrowV1. The payment token is an immutable: the
 * compiler leaves a PUSH32 of zeros for each of its uses, and the constructor fills them.
 */
public final class EscrowCode {
  private static final byte PUSH32 = 0x7f;
  private static final int WORD = 32;
  private static final int ADDRESS = 20;

  private EscrowCode() {}

  /** The code of an escrow that holds this token. */
  public static Bytes of(Address paymentToken) {
    byte[] code = EscrowArtifacts.runtimeTemplate().toArray();
    for (int hole : holes(code)) {
      System.arraycopy(paymentToken.toArray(), 0, code, hole + WORD - ADDRESS, ADDRESS);
    }
    return Bytes.of(code);
  }

  /** The token that an escrow's code is filled with; empty for any other code, and for none. */
  public static Optional<Address> paymentToken(Bytes deployed) {
    byte[] template = EscrowArtifacts.runtimeTemplate().toArray();
    if (deployed.size() != template.length) {
      return Optional.empty();
    }
    int end = holes(template).get(0) + WORD;
    Address token = Address.of(deployed.slice(end - ADDRESS, end).toArray());
    return deployed.equals(of(token)) ? Optional.of(token) : Optional.empty();
  }

  private static List<Integer> holes(byte[] template) {
    List<Integer> holes = new ArrayList<>();
    for (int i = 0; i + WORD < template.length; i++) {
      if (template[i] == PUSH32 && isZero(template, i + 1)) {
        holes.add(i + 1);
        i += WORD;
      }
    }
    if (holes.isEmpty()) {
      throw new IllegalStateException("the compiled escrow has no place for its payment token");
    }
    return Collections.unmodifiableList(holes);
  }

  private static boolean isZero(byte[] code, int from) {
    for (int i = from; i < from + WORD; i++) {
      if (code[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
