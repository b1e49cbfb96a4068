package org.sessionsettlement.controlplane.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who asks, as far as the socket tells. Forwarded headers are not read: anybody can write them. An
 * IPv6 client is its /64, since it can choose among all addresses of it.
 */
public final class ClientAddress {
  private static final int PREFIX_BYTES = 8;

  private ClientAddress() {}

  public static String keyOf(HttpServletRequest request) {
    return keyOf(request.getRemoteAddr());
  }

  static String keyOf(String address) {
    var parsed = InetAddress.ofLiteral(address.replaceFirst("%.*$", ""));
    if (parsed instanceof Inet6Address six) {
      return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), PREFIX_BYTES)) + "/64";
    }
    return parsed.getHostAddress();
  }
}
