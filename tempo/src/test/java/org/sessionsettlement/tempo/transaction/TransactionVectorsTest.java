package org.sessionsettlement.tempo.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.signature.KeychainSignature;
import org.sessionsettlement.tempo.signature.TempoSignature;
import org.sessionsettlement.tempo.transaction.TransactionVectors.Vector;

class TransactionVectorsTest {
  private static final String ALL =
      "org.sessionsettlement.tempo.transaction.TransactionVectors#all";

  @Test
  void coversEveryVectorOfTheFile() {
    assertThat(TransactionVectors.all()).hasSize(13);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void writesTheSigningPayloadAndItsHash(Vector vector) {
    assertThat(vector.transaction().signingPayload()).isEqualTo(vector.bytes("signingPayload"));
    assertThat(vector.transaction().signingHash().bytes()).isEqualTo(vector.bytes("signingHash"));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void signsToTheSameBytesHashAndSender(Vector vector) {
    SignedTransaction signed = vector.transaction().sign(vector.signer());
    assertThat(signed.signature().toBytes()).isEqualTo(vector.bytes("signature"));
    assertThat(signed.bytes()).isEqualTo(vector.bytes("serialized"));
    assertThat(signed.hash().bytes()).isEqualTo(vector.bytes("txHash"));
    assertThat(signed.sender()).isEqualTo(vector.sender());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void takesTheSignatureOfSomebodyElseAndFindsItsSender(Vector vector) {
    SignedTransaction signed =
        vector.transaction().signedBy(TempoSignature.decode(vector.bytes("signature")));
    assertThat(signed.bytes()).isEqualTo(vector.bytes("serialized"));
    assertThat(signed.sender()).isEqualTo(vector.sender());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void readsTheBytesBack(Vector vector) {
    SignedTransaction decoded = SignedTransaction.decode(vector.bytes("serialized"));
    assertThat(decoded.transaction()).isEqualTo(vector.transaction());
    assertThat(decoded.sender()).isEqualTo(vector.sender());
    assertThat(decoded.hash().bytes()).isEqualTo(vector.bytes("txHash"));
    assertThat(decoded.transaction().encode(decoded.signature()))
        .isEqualTo(vector.bytes("serialized"));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void readsBackWhatASignerIsAskedToSign(Vector vector) {
    TempoTransaction read = TempoTransaction.decodeUnsigned(vector.bytes("signingPayload"));
    assertThat(read.signingPayload()).isEqualTo(vector.bytes("signingPayload"));
    assertThat(read.calls()).isEqualTo(vector.transaction().calls());
  }

  @Test
  void aFeePayerSignsTheSharedHash() {
    Vector vector = TransactionVectors.named("07-fee-payer");
    var payer =
        Secp256k1Account.fromPrivateKey(vector.json().get("feePayer").get("privateKey").text());
    TempoTransaction sent = vector.transaction();
    assertThat(TempoEncoding.feePayerPayload(sent, vector.sender()))
        .isEqualTo(vector.json().get("feePayer").get("payload").bytes());

    SignedTransaction asked = asking(sent).sign(vector.signer());
    assertThat(asked.feePayer()).isEmpty();
    SignedTransaction paid = asked.sponsoredBy(payer, sent.feeToken().orElseThrow());
    assertThat(paid.bytes()).isEqualTo(vector.bytes("serialized"));
    assertThat(paid.hash().bytes()).isEqualTo(vector.bytes("txHash"));
    assertThat(SignedTransaction.decode(paid.bytes()).feePayer()).contains(payer.address());
  }

  @Test
  void anAccessKeyIsAuthorizedByTheSharedBytes() {
    for (String id :
        new String[] {"10-keychain-secp-authorize-and-use", "11-keychain-p256-scoped"}) {
      Vector vector = TransactionVectors.named(id);
      SignedKeyAuthorization signed = vector.transaction().keyAuthorization().orElseThrow();
      Bytes payload = signed.authorization().signingPayload();
      assertThat(payload)
          .as(id)
          .isEqualTo(vector.json().get("keyAuthorization").get("rlpUnsigned").bytes());
      assertThat(Keccak256.hash(payload).bytes())
          .isEqualTo(vector.json().get("keyAuthorization").get("hash").bytes());
      assertThat(signed.root()).isEqualTo(vector.sender());
    }
  }

  @Test
  void aKeychainSignatureNamesItsAccessKey() {
    for (String id :
        new String[] {"10-keychain-secp-authorize-and-use", "11-keychain-p256-scoped"}) {
      Vector vector = TransactionVectors.named(id);
      var signature = (KeychainSignature) TempoSignature.decode(vector.bytes("signature"));
      Address key = vector.json().get("signer").get("address").address();
      assertThat(signature.accessKey(vector.transaction().signingHash())).as(id).isEqualTo(key);
      assertThat(vector.transaction().keyAuthorization().orElseThrow().authorization().keyId())
          .isEqualTo(key);
    }
  }

  @Test
  void anAuthorizationNamesItsAuthority() {
    Vector vector = TransactionVectors.named("13-authorization-list");
    SignedAuthorization entry = vector.transaction().authorizations().get(0);
    assertThat(entry.authority())
        .isEqualTo(
            vector.json().get("authorizationList").items().get(0).get("authority").address());
  }

  private static TempoTransaction asking(TempoTransaction sent) {
    return TempoTransaction.builder()
        .chainId(sent.chainId())
        .maxPriorityFeePerGas(sent.maxPriorityFeePerGas())
        .maxFeePerGas(sent.maxFeePerGas())
        .gasLimit(sent.gasLimit())
        .calls(sent.calls())
        .nonce(sent.nonce())
        .sponsored()
        .build();
  }
}
