package org.sessionsettlement.tempo.policy;

import java.math.BigInteger;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Bytes;

/** What the registry answers to {@code validateReceivePolicy}. */
record ReceiveAnswer(boolean isAuthorized, BigInteger blockedReason) {
  static ReceiveAnswer read(Bytes data) {
    return new ReceiveAnswer(AbiWords.boolAt(data, 0), AbiWords.uintAt(data, AbiWords.WORD));
  }
}
