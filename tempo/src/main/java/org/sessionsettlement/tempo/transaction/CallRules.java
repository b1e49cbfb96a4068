package org.sessionsettlement.tempo.transaction;

import java.util.List;
import org.sessionsettlement.tempo.Call;

/** What the chain demands of a batch. */
final class CallRules {
  static final int MAX_CALLS = 32;
  static final int MAX_INPUT_BYTES = 128 * 1024;

  private CallRules() {}

  static void check(List<Call> calls) {
    FieldRules.refuse(calls.isEmpty(), TransactionFault.NO_CALLS);
    FieldRules.refuse(calls.size() > MAX_CALLS, TransactionFault.TOO_MANY_CALLS);
    for (Call call : calls.subList(1, calls.size())) {
      FieldRules.refuse(call.isCreate(), TransactionFault.CREATE_NOT_FIRST);
    }
    calls.forEach(CallRules::check);
  }

  static void check(Call call) {
    FieldRules.refuse(call.value().signum() != 0, TransactionFault.NATIVE_VALUE);
    FieldRules.refuse(call.input().size() > MAX_INPUT_BYTES, TransactionFault.INPUT_TOO_LARGE);
  }
}
