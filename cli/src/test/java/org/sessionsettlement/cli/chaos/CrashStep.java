package org.sessionsettlement.cli.chaos;

import java.util.HexFormat;
import java.util.function.Predicate;
import org.sessionsettlement.escrow.EscrowCalls;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hash32;

/**
 * Between which two steps of a submission a node dies; what it asks of the chain next, or what it
 * hears, tells that it is there.
 *
 * @see org.sessionsettlement.controlplane.oracle.Submitter
 */
enum CrashStep {
  DECIDED_NOT_SIGNED("decided", false) {
    @Override
    Hold hold(long bookingId) {
      return Hold.requests(asks("eth_call", attestation(bookingId)));
    }
  },
  SIGNED_NOT_SENT("signed", false) {
    @Override
    Hold hold(long bookingId) {
      return Hold.requests(asks("eth_sendRawTransaction", attestation(bookingId)));
    }
  },
  SENT_NOT_KNOWN_TO_BE("signed", true) {
    @Override
    Hold hold(long bookingId) {
      Predicate<String> sends = asks("eth_sendRawTransaction", attestation(bookingId));
      return Hold.answers(one -> sends.test(one.request()));
    }
  },
  MINED_NOT_CLOSED("signed", true) {
    @Override
    Hold hold(long bookingId) {
      String topic = word(bookingId);
      return Hold.answers(
          one ->
              one.request().contains("\"eth_getTransactionReceipt\"")
                  && one.answer().contains(topic));
    }
  };

  private static final EscrowCalls CALLS = new EscrowCalls(Address.ZERO);
  private static final int SELECTOR_AND_ID_BYTES = 4 + 32;

  private final String storedStage;
  private final boolean chainHasIt;

  CrashStep(String storedStage, boolean chainHasIt) {
    this.storedStage = storedStage;
    this.chainHasIt = chainHasIt;
  }

  /** Whoever comes to this step with the attestation of that booking. */
  abstract Hold hold(long bookingId);

  /** Where the submission is by the tables when the node dies. */
  String storedStage() {
    return storedStage;
  }

  /** Whether the chain has got the transaction by then. */
  boolean chainHasIt() {
    return chainHasIt;
  }

  /** The keeper asks whether this booking can be finalized. */
  static Hold beforeFinalizing(long bookingId) {
    return Hold.requests(asks("eth_call", data(CALLS.finalizeBooking(bookingId))));
  }

  private static Predicate<String> asks(String method, String data) {
    return request -> request.contains('"' + method + '"') && request.contains(data);
  }

  /** What is the same in every attestation of that booking, signed or not. */
  private static String attestation(long bookingId) {
    return data(CALLS.attest(bookingId, EscrowOutcome.COMPLETED, Hash32.ZERO))
        .substring(0, SELECTOR_AND_ID_BYTES * 2);
  }

  private static String data(Call call) {
    return HexFormat.of().formatHex(call.input().toArray());
  }

  private static String word(long number) {
    return "\"0x%064x\"".formatted(number);
  }
}
