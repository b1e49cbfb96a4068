package org.sessionsettlement.controlplane.app;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.sessionsettlement.controlplane.app.TestService.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket client on a bare socket (RFC 6455), so that it can also be rude. */
final class SignalClient implements AutoCloseable {
  private static final long ANSWER_LIMIT_S = 60;
  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int CUT = 1006;

  private final Socket socket;
  private final DataInputStream in;
  private final String status;
  private final String body;
  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();

  private SignalClient(Socket socket, String request) throws IOException {
    this.socket = socket;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    this.in = new DataInputStream(socket.getInputStream());
    String head = head();
    this.status = head.split(" ", 3)[1];
    this.body = status.equals("101") ? "" : body(head);
    if (status.equals("101")) {
      Thread.ofVirtual().start(this::read);
    }
  }

  /** A socket of this seat, with a bearer token. */
  static SignalClient open(TestService service, long booking, String seat, String token) {
    var client = ask(service, booking, seat, "Authorization: Bearer " + token);
    if (!client.status.equals("101")) {
      throw new AssertionError("refused: " + client.refusal());
    }
    return client;
  }

  /** Asks for a socket with these headers, and perhaps more in the query. */
  static SignalClient ask(
      TestService service, long booking, String seatAndMore, String... headers) {
    var path = service.uri("/session/" + booking + "/signal?connection=" + seatAndMore);
    var request =
        new StringBuilder("GET " + path.getRawPath() + "?" + path.getRawQuery() + " HTTP/1.1\r\n")
            .append("Host: 127.0.0.1:" + path.getPort() + "\r\nConnection: Upgrade\r\n")
            .append("Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n")
            .append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    for (var header : headers) {
      request.append(header).append("\r\n");
    }
    try {
      return new SignalClient(
          new Socket(InetAddress.getLoopbackAddress(), path.getPort()),
          request.append("\r\n").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Status and code where it was not let in, as {@code 403 wrong_origin}. */
  String refusal() {
    close();
    return status + " " + JsonMapper.shared().readTree(body).path("error").asString();
  }

  /** The next frame, whatever it is. */
  JsonNode next() {
    try {
      var frame = frames.poll(ANSWER_LIMIT_S, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("no frame came; closed: " + closeCode.getNow(0));
      }
      return frame;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** The next frame of this type; others before it are passed over. */
  JsonNode next(String type) {
    var frame = next();
    while (!frame.path("type").asString().equals(type)) {
      frame = next();
    }
    return frame;
  }

  /** How many frames have come that nobody has asked for. */
  int waiting() {
    return frames.size();
  }

  int closeCode() {
    return closeCode.orTimeout(ANSWER_LIMIT_S, TimeUnit.SECONDS).join();
  }

  void send(String text) {
    send(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void sendBinary(byte[] bytes) {
    send(BINARY, bytes);
  }

  private void send(int opcode, byte[] payload) {
    var frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) (0x80 | opcode));
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else if (payload.length < 65_536) {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (0x80 | 127)).putLong(payload.length);
    }
    // A mask of zeros is a mask.
    frame.putInt(0).put(payload);
    raw(frame.array(), frame.position());
  }

  /** Half a frame, and silence. */
  void sendHalfAFrame() {
    raw(new byte[] {(byte) (0x80 | TEXT), (byte) (0x80 | 100), 0, 0, 0, 0, '{'}, 7);
  }

  /** No frame of the protocol at all. */
  void sendGarbage() {
    raw(new byte[] {(byte) 0xFF, (byte) 0xFF, 1, 2, 3, 4}, 6);
  }

  private void raw(byte[] bytes, int length) {
    try {
      socket.getOutputStream().write(bytes, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As when the network is gone: no close frame. */
  void cut() {
    close();
  }

  private void read() {
    try {
      while (true) {
        readFrame();
      }
    } catch (IOException e) {
      closeCode.complete(CUT);
    }
  }

  private void readFrame() throws IOException {
    int first = in.readUnsignedByte();
    long length = in.readUnsignedByte() & 0x7F;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    take(first & 0x0F, (first & 0x80) != 0, in.readNBytes((int) length));
  }

  private void take(int opcode, boolean isLast, byte[] payload) {
    if (opcode == TEXT || opcode == CONTINUATION) {
      text.writeBytes(payload);
      if (isLast) {
        frames.add(JsonMapper.shared().readTree(text.toByteArray()));
        text.reset();
      }
    } else if (opcode == CLOSE) {
      closeCode.complete(ByteBuffer.wrap(payload).getShort() & 0xFFFF);
    }
  }

  private String head() throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      head.write(in.readUnsignedByte());
    }
    return head.toString(StandardCharsets.UTF_8);
  }

  /** Of an answer in chunks, as Spring writes problems: one chunk is enough for one problem. */
  private String body(String head) throws IOException {
    int length = head.toLowerCase(Locale.ROOT).indexOf("content-length: ");
    if (length > 0) {
      return new String(
          in.readNBytes(Integer.parseInt(head.substring(length + 16).split("\r", 2)[0])),
          StandardCharsets.UTF_8);
    }
    var size = new StringBuilder();
    while (size.indexOf("\r\n") < 0) {
      size.append((char) in.readUnsignedByte());
    }
    return new String(
        in.readNBytes(Integer.parseInt(size.toString().strip(), 16)), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What this test knows a seat by. */
  static String seat(Answer joined) {
    return joined.json().path("connection_id").asString();
  }
}
