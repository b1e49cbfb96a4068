package org.sessionsettlement.tempo.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.MalformedRlpException;
import org.sessionsettlement.tempo.RlpWriter;
import org.sessionsettlement.tempo.signature.InvalidSignatureException;

class TransactionDecodingTest {
  private static final long SEED = Long.getLong("decoding.seed", 7_421);
  private static final int SAMPLES = Integer.getInteger("decoding.samples", 400);

  @Test
  void whatWasEncodedIsReadBackWhole() {
    RandomTransactions random = new RandomTransactions(SEED);
    for (int i = 0; i < SAMPLES; i++) {
      SignedTransaction signed = random.next().signed();
      SignedTransaction read = SignedTransaction.decode(signed.bytes());
      String where = "seed %d, sample %d".formatted(SEED, i);
      assertThat(read.transaction()).as(where).isEqualTo(signed.transaction());
      assertThat(read.signature()).as(where).isEqualTo(signed.signature());
      assertThat(read.sender()).as(where).isEqualTo(signed.sender());
      assertThat(read.feePayer()).as(where).isEqualTo(signed.feePayer());
      assertThat(read).as(where).isEqualTo(signed);
      assertThat(read.transaction().encode(read.signature())).as(where).isEqualTo(signed.bytes());
    }
  }

  @Test
  void whatASignerIsAskedToSignIsReadBack() {
    RandomTransactions random = new RandomTransactions(SEED);
    for (int i = 0; i < SAMPLES; i++) {
      if (random.next().transaction() instanceof TempoTransaction transaction) {
        assertThat(TempoTransaction.decodeUnsigned(transaction.signingPayload()))
            .as("seed %d, sample %d", SEED, i)
            .isEqualTo(transaction);
      }
    }
  }

  @Test
  void everyTruncationIsRefused() {
    Bytes whole = TransactionVectors.named("11-keychain-p256-scoped").bytes("serialized");
    for (int length = 0; length < whole.size(); length++) {
      refused(whole.slice(0, length), "cut to " + length);
    }
  }

  @Test
  void whateverFollowsIsRefused() {
    Bytes whole = TransactionVectors.named("03-batch").bytes("serialized");
    refused(Bytes.of(Arrays.copyOf(whole.toArray(), whole.size() + 1)), "a byte more");
  }

  /** A changed byte is refused, or it is another transaction, whose bytes are exactly these. */
  @Test
  void aChangedByteIsNeverReadAsSomethingElse() {
    Random random = new Random(SEED);
    RandomTransactions transactions = new RandomTransactions(SEED);
    int refused = 0;
    for (int i = 0; i < 4 * SAMPLES; i++) {
      byte[] bytes = transactions.next().signed().bytes().toArray();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      refused += refusedOrTheSame(Bytes.of(bytes), "sample " + i) ? 1 : 0;
    }
    assertThat(refused).isPositive();
  }

  @Test
  void randomBytesAreRefused() {
    Random random = new Random(SEED);
    int[] types = {0x76, 0x01, 0x02, 0x78, 0xc0, 0xf8, 0xff};
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(200)];
      random.nextBytes(bytes);
      bytes[0] = (byte) types[random.nextInt(types.length)];
      refusedOrTheSame(Bytes.of(bytes), "sample " + i);
    }
  }

  @Test
  void aLengthThatIsNotThereAllocatesNothing() {
    // A list of 2^31 - 1 bytes, and one of 2^56.
    refused(Bytes.fromHex("0x76fb7fffffff"), "2^31 - 1");
    refused(Bytes.fromHex("0x76ff0100000000000000"), "2^56");
    refused(Bytes.fromHex("0xff7fffffffffffffff"), "2^63 - 1");
  }

  @Test
  void moreBytesThanAnyTransactionHasAreRefusedUnread() {
    byte[] bytes = new byte[TransactionDecoding.MAX_BYTES + 1];
    bytes[0] = 0x76;
    assertThatExceptionOfType(MalformedRlpException.class)
        .isThrownBy(() -> SignedTransaction.decode(Bytes.of(bytes)))
        .withMessageContaining("more than");
  }

  @Test
  void deepNestingIsRefusedWithoutRecursion() {
    RlpWriter out = new RlpWriter().raw(0x76);
    int outermost = out.begin();
    for (int depth = 0; depth < 5_000; depth++) {
      out.end(outermost);
    }
    refused(out.toBytes(), "nested lists");
  }

  @Test
  void numbersThatAreNotInTheirShortestFormAreRefused() {
    Bytes whole = TransactionVectors.named("01-single-call").bytes("serialized");
    String hex = whole.toString();
    // The chain id 31337 with a leading zero; one byte more in the list.
    String longer =
        hex.replaceFirst("^0x76f8(..)827a69", "0x76f8%02x83007a69".formatted(whole.at(2) + 1));
    assertThat(longer).isNotEqualTo(hex);
    assertThatExceptionOfType(MalformedRlpException.class)
        .isThrownBy(() -> SignedTransaction.decode(Bytes.fromHex(longer)))
        .withMessageContaining("leading zeros");
  }

  private static void refused(Bytes bytes, String what) {
    assertThatThrownBy(() -> SignedTransaction.decode(bytes))
        .as(what)
        .isInstanceOfAny(
            MalformedRlpException.class,
            InvalidTransactionException.class,
            InvalidSignatureException.class);
  }

  private static boolean refusedOrTheSame(Bytes bytes, String what) {
    SignedTransaction read;
    try {
      read = SignedTransaction.decode(bytes);
    } catch (MalformedRlpException | InvalidTransactionException | InvalidSignatureException e) {
      return true;
    }
    assertThat(read.transaction().encode(read.signature()))
        .as("seed %d, %s", SEED, what)
        .isEqualTo(bytes);
    return false;
  }
}
