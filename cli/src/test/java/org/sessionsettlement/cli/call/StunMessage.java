package org.sessionsettlement.cli.call;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A STUN message (RFC 8489, section 5): as much of it as a TURN client needs. */
final class StunMessage {
  static final int BINDING = 0x0001;
  static final int ALLOCATE = 0x0003;
  static final int REFRESH = 0x0004;
  static final int CREATE_PERMISSION = 0x0008;
  static final int CHANNEL_BIND = 0x0009;

  static final int USERNAME = 0x0006;
  static final int CHANNEL_NUMBER = 0x000c;
  static final int XOR_PEER_ADDRESS = 0x0012;
  static final int REALM = 0x0014;
  static final int NONCE = 0x0015;
  static final int REQUESTED_ADDRESS_FAMILY = 0x0017;
  static final int REQUESTED_TRANSPORT = 0x0019;

  static final int TRANSACTION_BYTES = 12;

  private static final int MESSAGE_INTEGRITY = 0x0008;
  private static final int MAGIC_COOKIE = 0x2112a442;
  private static final int HEADER_BYTES = 20;
  private static final int INTEGRITY_BYTES = 24;

  private final int type;
  private final byte[] transaction;
  private final ByteArrayOutputStream attributes = new ByteArrayOutputStream();

  StunMessage(int type, byte[] transaction) {
    this.type = type;
    this.transaction = transaction.clone();
  }

  StunMessage with(int attribute, byte[] value) {
    attributes.writeBytes(
        ByteBuffer.allocate(4).putShort((short) attribute).putShort((short) value.length).array());
    attributes.writeBytes(Arrays.copyOf(value, padded(value.length)));
    return this;
  }

  StunMessage with(int attribute, String value) {
    return with(attribute, value.getBytes(StandardCharsets.UTF_8));
  }

  /** An address, masked with the header's first bytes (section 14.2). */
  StunMessage withPeer(InetAddress address, int port) {
    byte[] ip = address.getAddress();
    byte[] mask = ByteBuffer.allocate(16).putInt(MAGIC_COOKIE).put(transaction).array();
    for (int i = 0; i < ip.length; i++) {
      ip[i] ^= mask[i];
    }
    var value =
        ByteBuffer.allocate(4 + ip.length)
            .putShort((short) (ip.length == 4 ? 1 : 2))
            .putShort((short) (port ^ (MAGIC_COOKIE >>> 16)))
            .put(ip);
    return with(XOR_PEER_ADDRESS, value.array());
  }

  byte[] bytes() {
    return encoded(attributes.size());
  }

  /** With MESSAGE-INTEGRITY, which covers a length that counts itself (section 14.5). */
  byte[] signed(byte[] key) {
    byte[] mac = hmacSha1(key, encoded(attributes.size() + INTEGRITY_BYTES));
    return with(MESSAGE_INTEGRITY, mac).bytes();
  }

  private byte[] encoded(int length) {
    return ByteBuffer.allocate(HEADER_BYTES + attributes.size())
        .putShort((short) type)
        .putShort((short) length)
        .putInt(MAGIC_COOKIE)
        .put(transaction)
        .put(attributes.toByteArray())
        .array();
  }

  private static byte[] hmacSha1(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has HMAC-SHA-1", e);
    }
  }

  static int padded(int length) {
    return (length + 3) & ~3;
  }
}
