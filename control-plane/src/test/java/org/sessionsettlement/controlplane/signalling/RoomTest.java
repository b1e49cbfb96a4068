package org.sessionsettlement.controlplane.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.session.Ending;
import org.sessionsettlement.controlplane.session.Role;
import org.sessionsettlement.controlplane.session.SeatOver;

class RoomTest {
  private static final BookingKey BOOKING = FakeBookings.key(1);
  private static final UUID HOST_SEAT = new UUID(0, 1);
  private static final UUID GUEST_SEAT = new UUID(0, 2);
  private static final SocketRef HOST = new SocketRef(new UUID(1, 1), HOST_SEAT, Role.HOST, 10);
  private static final SocketRef GUEST = new SocketRef(new UUID(1, 2), GUEST_SEAT, Role.GUEST, 20);

  private Room room = Room.empty(BOOKING);

  @Test
  void tellsBothOfEachOther() {
    play(room.opened(HOST, Optional.empty()));
    assertThat(play(room.opened(GUEST, Optional.of(HOST_SEAT))))
        .containsExactly(
            tell(HOST, ServerFrame.peerJoined(GUEST_SEAT)),
            tell(GUEST, ServerFrame.peerJoined(HOST_SEAT)),
            new RoomEffect.Publish(new NodeMessage.Opened(BOOKING, GUEST)));
  }

  @Test
  void answersAnotherNodeThatHasThePeer() {
    play(room.opened(HOST, Optional.empty()));
    assertThat(play(room.openedElsewhere(GUEST, true)))
        .containsExactly(
            tell(HOST, ServerFrame.peerJoined(GUEST_SEAT)),
            new RoomEffect.Publish(new NodeMessage.Here(BOOKING, HOST)));
    assertThat(play(room.openedElsewhere(GUEST, false))).as("known already").isEmpty();
  }

  @Test
  void tellsOnceOfAPeerThatIsAnnouncedAgain() {
    bothHere();
    play(room.closed(GUEST.id()));
    play(room.openedElsewhere(elsewhere(GUEST, 21), true));
    assertThat(play(room.openedElsewhere(elsewhere(GUEST, 21), true)))
        .containsExactly(new RoomEffect.Publish(new NodeMessage.Here(BOOKING, HOST)));
  }

  @Test
  void sendsAFrameToThePeerWhereverItIsAndToNobodyElse() {
    bothHere();
    assertThat(play(room.said(HOST.id(), "x"))).containsExactly(tell(GUEST, "x"));
    var away = elsewhere(GUEST, 21);
    play(room.openedElsewhere(away, true));
    assertThat(play(room.said(HOST.id(), "y")))
        .containsExactly(new RoomEffect.Publish(new NodeMessage.Relay(BOOKING, away.id(), "y")));
    play(room.closed(away.id()));
    assertThat(play(room.said(HOST.id(), "z"))).containsExactly(tell(HOST, ServerFrame.PEER_AWAY));
    assertThat(play(room.said(new UUID(9, 9), "no socket of this room"))).isEmpty();
  }

  @Test
  void takesFramesForItsOwnSocketsOnly() {
    bothHere();
    assertThat(play(room.relayed(GUEST.id(), "x"))).containsExactly(tell(GUEST, "x"));
    play(room.closed(GUEST.id()));
    assertThat(play(room.relayed(GUEST.id(), "x"))).isEmpty();
  }

  @Test
  void shutsTheOlderOfTwoSocketsOfASeatWhicheverNodeHasIt() {
    bothHere();
    assertThat(play(room.opened(elsewhere(GUEST, 21), Optional.empty())))
        .startsWith(new RoomEffect.Shut(GUEST.id(), CloseCode.SUPERSEDED));
    bothHere();
    assertThat(play(room.openedElsewhere(elsewhere(GUEST, 21), true)))
        .startsWith(new RoomEffect.Shut(GUEST.id(), CloseCode.SUPERSEDED));
    bothHere();
    assertThat(play(room.openedElsewhere(elsewhere(GUEST, 19), true)))
        .as("older than ours: its own node shuts it")
        .isEmpty();
  }

  @Test
  void tellsThePeerThatWhoJoinedAnewHasLeftFirst() {
    bothHere();
    var anew = new SocketRef(new UUID(5, 5), new UUID(0, 6), Role.GUEST, 30);
    assertThat(play(room.opened(anew, Optional.of(HOST_SEAT))))
        .startsWith(
            tell(GUEST, ServerFrame.seatOver(Ending.Reason.REPLACED)),
            new RoomEffect.Shut(GUEST.id(), CloseCode.SEAT_OVER),
            tell(HOST, ServerFrame.PEER_LEFT),
            tell(HOST, ServerFrame.peerJoined(anew.seat())));
    assertThat(play(room.seatOver(over(GUEST, Ending.Reason.REPLACED))))
        .as("what was replaced is history")
        .isEmpty();
  }

  @Test
  void watchesASeatWhoseSocketHereWasCutAndTellsThePeer() {
    bothHere();
    assertThat(play(room.closed(GUEST.id())))
        .containsExactly(
            tell(HOST, ServerFrame.PEER_RECONNECTING),
            new RoomEffect.Publish(new NodeMessage.Closed(BOOKING, GUEST.id())),
            new RoomEffect.MayEnd(GUEST));
    assertThat(play(room.closed(GUEST.id()))).isEmpty();
  }

  @Test
  void tellsOfAPeerWhoseSeatEndedThoughItNeverHadASocketHere() {
    play(room.opened(HOST, Optional.of(GUEST_SEAT)));
    assertThat(play(room.seatOver(over(GUEST, Ending.Reason.LEASE_OVER))))
        .containsExactly(tell(HOST, ServerFrame.PEER_LEFT));
  }

  @Test
  void isOfUseAsLongAsSomebodysSocketIsOrWasHere() {
    play(room.openedElsewhere(GUEST, true));
    assertThat(room.isOfUse()).isFalse();
    play(room.opened(HOST, Optional.empty()));
    play(room.closed(HOST.id()));
    assertThat(room.isOfUse()).as("it may come back").isTrue();
    play(room.seatOver(over(HOST, Ending.Reason.SOCKET_CLOSED)));
    assertThat(room.isOfUse()).isFalse();
  }

  @Test
  void announcesItsOwnSocketsAlone() {
    bothHere();
    play(room.openedElsewhere(elsewhere(GUEST, 21), false));
    assertThat(play(room.announced()))
        .containsExactly(new RoomEffect.Publish(new NodeMessage.Opened(BOOKING, HOST)));
  }

  private void bothHere() {
    room = Room.empty(BOOKING);
    play(room.opened(HOST, Optional.empty()));
    play(room.opened(GUEST, Optional.of(HOST_SEAT)));
  }

  private List<RoomEffect> play(Room.Change change) {
    room = change.next();
    return change.effects();
  }

  private static RoomEffect tell(SocketRef socket, String frame) {
    return new RoomEffect.Tell(socket.id(), frame);
  }

  /** The same seat's socket on another node. */
  private static SocketRef elsewhere(SocketRef socket, long openedMs) {
    return new SocketRef(new UUID(2, openedMs), socket.seat(), socket.role(), openedMs);
  }

  private static SeatOver over(SocketRef socket, Ending.Reason reason) {
    return new SeatOver(BOOKING, socket.seat(), socket.role(), reason);
  }
}
