package org.sessionsettlement.controlplane.signalling;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.limit.Ticker;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.session.Ending;
import org.sessionsettlement.controlplane.session.HeartbeatBatch;
import org.sessionsettlement.controlplane.session.HeartbeatBatch.Beat;
import org.sessionsettlement.controlplane.session.Sessions.HeartbeatResult;
import org.sessionsettlement.controlplane.session.SocketSeats.Result.Attached;
import org.sessionsettlement.tempo.Address;

/** One open socket: reads frames, keeps the seat, and passes on what is for the peer. */
final class SignalSocket implements LocalSocket {
  private final Parts parts;
  private final Seat seat;
  private final Attached attached;
  private final SocketRef ref;
  private final FrameReader reader;
  private final Incoming incoming;
  private final Outgoing outgoing;
  private volatile long heardMs;
  private volatile long heardNanos;
  private volatile boolean isOver;
  private final AtomicBoolean isSessionOverTold = new AtomicBoolean();

  /** Whose socket it is. */
  record Seat(BookingKey booking, Address wallet, UUID connection) {}

  /** What all sockets of a node share. */
  record Parts(Rooms rooms, HeartbeatBatch heartbeats, Ticker ticker) {}

  SignalSocket(Parts parts, Seat seat, Attached attached, Outgoing.Line line) {
    this.parts = parts;
    this.seat = seat;
    this.attached = attached;
    this.ref =
        new SocketRef(UUID.randomUUID(), seat.connection(), attached.role(), attached.nowMs());
    this.reader = new FrameReader(seat.connection());
    this.incoming = new Incoming(parts.ticker());
    this.outgoing = new Outgoing(line);
    this.heardMs = attached.nowMs();
    this.heardNanos = parts.ticker().nanos();
  }

  void start() {
    send(ServerFrame.opened(attached.nowMs(), attached.endsMs()));
    parts.rooms().opened(this, attached.peer());
  }

  /** A part of a text frame came. */
  void received(String part, boolean isLast) {
    heardNanos = parts.ticker().nanos();
    if (!isOver) {
      switch (incoming.part(part, isLast)) {
        case Incoming.Result.NotYet() -> {}
        case Incoming.Result.Frame(var text) -> act(reader.read(text));
        case Incoming.Result.TooMuch(var code) -> refuse(code, code.reason());
      }
    }
  }

  private void act(ClientFrame frame) {
    switch (frame) {
      case ClientFrame.Heartbeat(var media) ->
          parts
              .heartbeats()
              .submit(
                  new Beat(seat.booking(), seat.wallet(), seat.connection(), media),
                  this::answered);
      case ClientFrame.ForPeer(var json) -> parts.rooms().said(this, json);
      case ClientFrame.Bad(var detail) -> refuse(CloseCode.BAD_FRAME, detail);
    }
  }

  private void answered(HeartbeatResult result) {
    switch (result) {
      case HeartbeatResult.Counted(long nowMs) -> {
        heardMs = nowMs;
        send(ServerFrame.heartbeatOk(nowMs));
      }
      case HeartbeatResult.Refused(var code) ->
          parts
              .rooms()
              .seatOver(
                  this,
                  code == ProblemCode.CONNECTION_REPLACED
                      ? Ending.Reason.REPLACED
                      : Ending.Reason.LEASE_OVER);
    }
  }

  void refuse(CloseCode code, String detail) {
    send(ServerFrame.error(code.error(), detail));
    close(code);
  }

  /** The line is cut, by whichever side. */
  void cut() {
    isOver = true;
    parts.rooms().closed(this);
  }

  @Override
  public long silentNanos() {
    return parts.ticker().nanos() - heardNanos;
  }

  @Override
  public long endsMs() {
    return attached.endsMs();
  }

  @Override
  public BookingKey booking() {
    return seat.booking();
  }

  @Override
  public SocketRef ref() {
    return ref;
  }

  @Override
  public long heardMs() {
    return heardMs;
  }

  @Override
  public void sessionOver() {
    if (isSessionOverTold.compareAndSet(false, true)) {
      send(ServerFrame.SESSION_OVER);
    }
  }

  @Override
  public void send(String frame) {
    outgoing.send(frame);
  }

  @Override
  public void close(CloseCode code) {
    isOver = true;
    outgoing.close(code);
  }
}
