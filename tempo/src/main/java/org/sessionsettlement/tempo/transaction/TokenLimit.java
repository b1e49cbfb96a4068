package org.sessionsettlement.tempo.transaction;

import java.math.BigInteger;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.RlpReader;
import org.sessionsettlement.tempo.RlpWriter;

/**
 * How much of a token an access key may spend.
 *
 * @param limit token units
 * @param periodSeconds 0 for once and for all; else the limit is full again after each period
 */
public record TokenLimit(Address token, BigInteger limit, long periodSeconds) {
  private static final int LIMIT_BITS = 256;

  /**
   * Checks the ranges.
   *
   * @throws InvalidTransactionException for a negative limit or period
   */
  public TokenLimit {
    FieldRules.refuse(
        limit.signum() < 0 || limit.bitLength() > LIMIT_BITS || periodSeconds < 0,
        TransactionFault.LIMIT_OUT_OF_RANGE);
  }

  void write(RlpWriter out) {
    int list = out.begin();
    out.address(token).integer(limit);
    if (periodSeconds != 0) {
      out.integer(periodSeconds);
    }
    out.end(list);
  }

  static TokenLimit read(RlpReader in) {
    RlpReader fields = in.list();
    Address token = fields.address();
    BigInteger limit = fields.integer(LIMIT_BITS);
    long period = fields.hasMore() ? KeyAuthorization.notZero(fields.longInteger()) : 0;
    fields.finish();
    return new TokenLimit(token, limit, period);
  }
}
