package org.sessionsettlement.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.Log;

class EscrowEventsTest {
  private static final Hash32 ATTESTED = Keccak256.hash("Attested(uint256,uint8,bytes32,uint64)");
  private static final Hash32 BOOKING_SEVEN = Hash32.parse("0x" + "0".repeat(63) + "7");
  private static final String OUTCOME =
      "0000000000000000000000000000000000000000000000000000000000000002";
  private static final String METRICS =
      "abababababababababababababababababababababababababababababababab";
  private static final String FINALIZABLE =
      "00000000000000000000000000000000000000000000000000000000000003e8";
  private static final String NO_UINT8 =
      "ff00000000000000000000000000000000000000000000000000000000000002";
  private static final String UNKNOWN_OUTCOME =
      "0000000000000000000000000000000000000000000000000000000000000006";

  @Test
  void decodesAnEvent() {
    assertThat(EscrowEvents.decode(log(OUTCOME + METRICS + FINALIZABLE)))
        .hasValue(
            new EscrowEvent.Attested(
                7, EscrowOutcome.NO_SHOW_HOST, Hash32.parse("0x" + METRICS), 1_000));
  }

  @Test
  void everyEventDecodesItsOwnZeros() {
    for (EventShape shape : EventShapes.ALL) {
      List<Hash32> topics = new java.util.ArrayList<>(List.of(shape.topic()));
      topics.addAll(java.util.Collections.nCopies(shape.indexed(), Hash32.ZERO));
      int words = shape.members().size() - shape.indexed();
      assertThat(EscrowEvents.decode(log(topics, "0".repeat(64 * words))))
          .hasValueSatisfying(
              event -> assertThat(event.getClass().getSimpleName()).isEqualTo(shape.name()));
    }
  }

  @Test
  void whatIsNoEventOfOursIsNone() {
    assertThat(EscrowEvents.decode(log(List.of(), ""))).isEmpty();
    assertThat(EscrowEvents.decode(log(List.of(Keccak256.hash("Transfer()")), ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        OUTCOME + METRICS, // too short
        OUTCOME + METRICS + FINALIZABLE + OUTCOME, // too long
        NO_UINT8 + METRICS + FINALIZABLE, // no uint8
        UNKNOWN_OUTCOME + METRICS + FINALIZABLE, // outside of the enum
        OUTCOME + METRICS + METRICS // no uint64
      })
  void dataThatDoNotFitAreATypedError(String data) {
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> EscrowEvents.decode(log(data)))
        .withMessageContaining("Attested");
  }

  @Test
  void aWrongNumberOfTopicsIsATypedError() {
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(
            () -> EscrowEvents.decode(log(List.of(ATTESTED), OUTCOME + METRICS + FINALIZABLE)));
  }

  @Test
  void anIdBeyondALongIsATypedError() {
    Hash32 huge = Hash32.parse("0x" + "f".repeat(64));
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(
            () ->
                EscrowEvents.decode(log(List.of(ATTESTED, huge), OUTCOME + METRICS + FINALIZABLE)));
  }

  private static Log log(String data) {
    return log(List.of(ATTESTED, BOOKING_SEVEN), data);
  }

  private static Log log(List<Hash32> topics, String data) {
    return new Log(Address.ZERO, topics, Bytes.fromHex(data), 1, Hash32.ZERO, Hash32.ZERO, 0);
  }
}
