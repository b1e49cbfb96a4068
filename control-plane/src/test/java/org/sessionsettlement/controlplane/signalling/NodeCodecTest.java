package org.sessionsettlement.controlplane.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.session.Role;

class NodeCodecTest {
  private static final BookingKey BOOKING = FakeBookings.key(7);
  private static final UUID SOCKET = new UUID(1, 2);
  private static final SocketRef REF = new SocketRef(SOCKET, new UUID(3, 4), Role.GUEST, 5);

  private final NodeCodec.Writer writer = new NodeCodec.Writer("one");
  private final NodeCodec.Reader reader = new NodeCodec.Reader("two");

  static Stream<NodeMessage> messages() {
    return Stream.of(
        new NodeMessage.Opened(BOOKING, REF),
        new NodeMessage.Here(BOOKING, REF),
        new NodeMessage.Closed(BOOKING, SOCKET),
        new NodeMessage.Relay(BOOKING, SOCKET, "{\"type\":\"a b  c\"}"),
        new NodeMessage.Relay(BOOKING, SOCKET, " \u20ac\ud83d\ude00 ".repeat(12_000)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void readsWhatItWrites(NodeMessage message) {
    assertThat(read(writer.write(message))).containsExactly(message);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void writesNoticesThatPostgresqlTakesAndNoTwoAlike(NodeMessage message) {
    var notices = Stream.of(writer.write(message), writer.write(message)).flatMap(List::stream);
    assertThat(notices.toList())
        .doesNotHaveDuplicates()
        .allMatch(notice -> notice.getBytes(StandardCharsets.UTF_8).length < 8_000);
  }

  @Test
  void hearsNothingOfItsOwn() {
    var own = new NodeCodec.Reader("one");
    assertThat(writer.write(new NodeMessage.Opened(BOOKING, REF)).stream().map(own::read))
        .containsExactly(Optional.empty());
  }

  @Test
  void keepsApartWhatTwoNodesSayInPiecesAtOnce() {
    var other = new NodeCodec.Writer("three");
    var one = new NodeMessage.Relay(BOOKING, SOCKET, "1".repeat(4_000));
    var three = new NodeMessage.Relay(BOOKING, SOCKET, "3".repeat(4_000));
    var first = writer.write(one);
    var second = other.write(three);
    assertThat(read(List.of(first.get(0), second.get(0), first.get(1), second.get(1))))
        .containsExactly(one, three);
  }

  @Test
  void forgetsWhatWasBegunBeforeABreak() {
    var torn = writer.write(new NodeMessage.Relay(BOOKING, SOCKET, "1".repeat(4_000)));
    reader.read(torn.getFirst());
    reader.forget();
    assertThat(read(writer.write(new NodeMessage.Opened(BOOKING, REF))))
        .containsExactly(new NodeMessage.Opened(BOOKING, REF));
  }

  @Test
  void keepsNoMoreOfAMessageWithoutAnEndThanTheLongestHas() {
    String piece = "x".repeat(2_500);
    for (int i = 0; i < 100; i++) {
      assertThat(reader.read("endless " + i + " + " + piece)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "n 1 .",
        "n 1 . ",
        "n 1 . opened",
        "n 1 . opened 0x1 2 3 4",
        "n 1 . closed x y z"
      })
  void makesNothingOfNonsense(String notice) {
    assertThat(reader.read(notice)).isEmpty();
  }

  private List<NodeMessage> read(List<String> notices) {
    return notices.stream().map(reader::read).flatMap(Optional::stream).toList();
  }
}
