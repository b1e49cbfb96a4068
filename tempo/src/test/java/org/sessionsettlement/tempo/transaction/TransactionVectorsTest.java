package org.sessionsettlement.tempo.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessionsettlement.tempo.Hex;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;
import org.sessionsettlement.tempo.transaction.TransactionVectors.Vector;

class TransactionVectorsTest {
  private static final String ALL =
      "org.sessionsettlement.tempo.transaction.TransactionVectors#plain";
  private static final String SECP256K1 =
      "org.sessionsettlement.tempo.transaction.TransactionVectors#secp256k1";

  @Test
  void coversEveryVectorWithoutSponsorAuthorizationOrAccessKey() {
    assertThat(TransactionVectors.plain()).hasSize(9);
    assertThat(TransactionVectors.secp256k1()).hasSize(7);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void encodesWhatIsSigned(Vector vector) {
    TempoTransaction transaction = vector.transaction();
    assertThat(transaction.signingPayload()).hasToString(vector.text("signingPayload"));
    assertThat(transaction.signingHash()).hasToString(vector.text("signingHash"));
  }

  @ParameterizedTest
  @MethodSource(SECP256K1)
  void signsTheSameBytes(Vector vector) {
    Secp256k1Signature signature = vector.signer().sign(vector.transaction().signingHash());
    assertThat(Hex.encode(signature.toBytes())).isEqualTo(vector.text("signature"));
  }

  @ParameterizedTest
  @MethodSource(SECP256K1)
  void serializesHashesAndNamesTheSender(Vector vector) {
    SignedTransaction signed = vector.transaction().sign(vector.signer());
    assertThat(signed.bytes()).hasToString(vector.text("serialized"));
    assertThat(signed.hash()).hasToString(vector.text("txHash"));
    assertThat(signed.sender()).isEqualTo(vector.signer().address());
  }

  @ParameterizedTest
  @MethodSource(SECP256K1)
  void recoversTheSenderFromASignatureMadeElsewhere(Vector vector) {
    byte[] signature = Hex.decode(vector.text("signature"));
    SignedTransaction signed =
        vector.transaction().signedBy(Secp256k1Signature.fromBytes(signature));
    assertThat(signed.sender()).hasToString(vector.text("sender"));
  }
}
