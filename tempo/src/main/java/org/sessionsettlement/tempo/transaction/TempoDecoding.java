package org.sessionsettlement.tempo.transaction;

import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.MalformedRlpException;
import org.sessionsettlement.tempo.RlpReader;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;
import org.sessionsettlement.tempo.signature.TempoSignature;

/** Reads type 0x76: what {@link TempoEncoding} writes, and nothing else. */
final class TempoDecoding {
  private static final int FEE_BITS = 128;
  private static final int WORD_BITS = 256;
  private static final Bytes ASKED = Bytes.of(new byte[1]);

  private TempoDecoding() {}

  static SignedTransaction signed(RlpReader fields) {
    TempoTransaction transaction = transaction(fields);
    TempoSignature signature = TempoSignature.decode(fields.bytes());
    fields.finish();
    return transaction.signedBy(signature);
  }

  static TempoTransaction unsigned(RlpReader fields) {
    TempoTransaction transaction = transaction(fields);
    fields.finish();
    return transaction;
  }

  private static TempoTransaction transaction(RlpReader in) {
    TempoTransaction.Builder builder =
        TempoTransaction.builder()
            .chainId(in.longInteger())
            .maxPriorityFeePerGas(in.integer(FEE_BITS))
            .maxFeePerGas(in.integer(FEE_BITS))
            .gasLimit(in.longInteger())
            .calls(in.list(TempoDecoding::call))
            .accessList(AccessLists.read(in))
            .nonceKey(in.integer(WORD_BITS))
            .nonce(in.longInteger());
    seconds(in).ifPresent(builder::validBefore);
    seconds(in).ifPresent(builder::validAfter);
    optionalAddress(in).ifPresent(builder::feeToken);
    builder.sponsorship(sponsorship(in)).authorizations(in.list(SignedAuthorization::read));
    if (in.nextIsList()) {
      builder.keyAuthorization(SignedKeyAuthorization.read(in));
    }
    return builder.build();
  }

  private static Call call(RlpReader in) {
    RlpReader fields = in.list();
    Call call = new Call(optionalAddress(fields), fields.integer(WORD_BITS), fields.bytes());
    fields.finish();
    return call;
  }

  static Optional<Address> optionalAddress(RlpReader in) {
    if (in.nextSize() == 1) {
      if (!in.bytes().isEmpty()) {
        throw new MalformedRlpException("an address of 1 bytes");
      }
      return Optional.empty();
    }
    return Optional.of(in.address());
  }

  private static Optional<Long> seconds(RlpReader in) {
    long seconds = in.longInteger();
    return seconds == 0 ? Optional.empty() : Optional.of(seconds);
  }

  private static Sponsorship sponsorship(RlpReader in) {
    if (in.nextIsList()) {
      return new Sponsorship.Given(signature(in.list()));
    }
    Bytes marker = in.bytes();
    if (marker.isEmpty()) {
      return Sponsorship.NONE;
    }
    if (!marker.equals(ASKED)) {
      throw new MalformedRlpException("a fee payer that is neither asked nor a signature");
    }
    return Sponsorship.ASKED;
  }

  /** yParity, r, s, and nothing more. */
  static Secp256k1Signature signature(RlpReader in) {
    long parity = in.longInteger();
    Secp256k1Signature signature =
        new Secp256k1Signature(
            in.integer(WORD_BITS), in.integer(WORD_BITS), (int) Math.min(parity, 2));
    in.finish();
    return signature;
  }
}
