package org.sessionsettlement.cli.call;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.sessionsettlement.tempo.Bytes;

/** One TURN allocation over UDP (RFC 8656) with long-term credentials (RFC 8489, section 9.2). */
final class TurnClient implements AutoCloseable {
  private static final int ANSWER_MS = 200;
  private static final int TRIES = 25;
  private static final byte[] UDP = {17, 0, 0, 0};
  private static final byte[] CHANNEL = {0x40, 0, 0, 0};
  private static final SecureRandom RANDOM = new SecureRandom();

  private final InetSocketAddress server;

  /** Not connected: a server that is still starting is asked again after a while, not at once. */
  private final DatagramSocket socket;

  private String username = "";
  private byte[] realm = {};
  private byte[] nonce = {};
  private byte[] key = {};

  TurnClient(InetSocketAddress server) throws IOException {
    this(server, new InetSocketAddress(server.getAddress(), 0));
  }

  TurnClient(InetSocketAddress server, InetSocketAddress from) throws IOException {
    this.socket = new DatagramSocket(from);
    this.server = server;
    socket.setSoTimeout(ANSWER_MS);
  }

  /** Whether a server answers at once. */
  boolean answersBinding() throws IOException {
    byte[] transaction = transaction();
    try {
      send(new StunMessage(StunMessage.BINDING, transaction).bytes());
      return receive().transaction().equals(Bytes.of(transaction));
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /**
   * Asks for a relayed address, first without a credential to learn realm and nonce.
   *
   * @return 0, or the server's error code
   */
  int allocate(String name, String password, Family family) throws IOException {
    byte[] transaction = transaction();
    var challenge = ask(transaction, allocation(transaction, family).bytes());
    username = name;
    realm = challenge.value(StunMessage.REALM);
    nonce = challenge.value(StunMessage.NONCE);
    key = md5(name + ":" + new String(realm, StandardCharsets.UTF_8) + ":" + password);
    byte[] next = transaction();
    return authenticated(next, allocation(next, family));
  }

  /** The address family of a relay (RFC 8656, section 18.8). */
  enum Family {
    IPV4(1),
    IPV6(2);

    private final byte number;

    Family(int number) {
      this.number = (byte) number;
    }
  }

  private static StunMessage allocation(byte[] transaction, Family family) {
    return new StunMessage(StunMessage.ALLOCATE, transaction)
        .with(StunMessage.REQUESTED_TRANSPORT, UDP)
        .with(StunMessage.REQUESTED_ADDRESS_FAMILY, new byte[] {family.number, 0, 0, 0});
  }

  /** Asks to hear from this peer and to speak to it; 0, or the server's error code. */
  int permit(InetAddress peer) throws IOException {
    byte[] transaction = transaction();
    return authenticated(
        transaction, new StunMessage(StunMessage.CREATE_PERMISSION, transaction).withPeer(peer, 9));
  }

  /** Asks for a channel to this peer; 0, or the server's error code. */
  int bindChannel(InetAddress peer) throws IOException {
    byte[] transaction = transaction();
    return authenticated(
        transaction,
        new StunMessage(StunMessage.CHANNEL_BIND, transaction)
            .with(StunMessage.CHANNEL_NUMBER, CHANNEL)
            .withPeer(peer, 9));
  }

  private int authenticated(byte[] transaction, StunMessage message) throws IOException {
    message
        .with(StunMessage.USERNAME, username)
        .with(StunMessage.REALM, realm)
        .with(StunMessage.NONCE, nonce);
    return ask(transaction, message.signed(key)).error();
  }

  /** Repeats until it is answered: UDP loses, also here. */
  private StunAnswer ask(byte[] transaction, byte[] request) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      send(request);
      try {
        var answer = receive();
        if (answer.transaction().equals(Bytes.of(transaction))) {
          return answer;
        }
      } catch (SocketTimeoutException e) {
        // Asked again.
      }
    }
    throw new IOException("no answer from the TURN server");
  }

  private void send(byte[] bytes) throws IOException {
    socket.send(new DatagramPacket(bytes, bytes.length, server));
  }

  private StunAnswer receive() throws IOException {
    var packet = new DatagramPacket(new byte[1500], 1500);
    socket.receive(packet);
    return StunAnswer.read(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
  }

  private static byte[] transaction() {
    var bytes = new byte[StunMessage.TRANSACTION_BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static byte[] md5(String text) {
    try {
      return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has MD5", e);
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
