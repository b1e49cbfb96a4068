package org.sessionsettlement.controlplane.notice;

import java.util.Optional;

/**
 * Where e-mail is handed in.
 *
 * @param from what it is sent as
 */
public record SmtpServer(
    String host, int port, Security security, Optional<Login> login, String from) {

  /** How the line to it is kept from being read. */
  public enum Security {
    /** Plain at first, and refused where the server does not turn to TLS (RFC 3207). */
    STARTTLS,
    /** TLS from the first byte (RFC 8314). */
    TLS,
    /** Not at all: for a server on this machine. */
    NONE
  }

  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }
}
