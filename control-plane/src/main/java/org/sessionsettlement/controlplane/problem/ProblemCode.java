package org.sessionsettlement.controlplane.problem;

import java.util.Locale;

/**
 * Every error a caller can get: its HTTP status and its title. The name in lower case is stable.
 */
public enum ProblemCode {
  // The request itself
  MALFORMED_JSON(400, "The body is not the JSON expected here"),
  BAD_REQUEST(400, "The request is not understood"),
  BAD_BOOKING_ID(400, "Not a booking id"),
  BAD_ADDRESS(400, "Not an address"),
  BAD_MEDIA_STATE(400, "Not a media state"),
  BODY_TOO_LARGE(413, "The body is too large"),
  NOT_FOUND(404, "Nothing is here"),
  METHOD_NOT_ALLOWED(405, "This path does not take that method"),
  NOT_ACCEPTABLE(406, "This path has no such representation"),
  UNSUPPORTED_MEDIA_TYPE(415, "This path takes application/json"),
  RATE_LIMITED(429, "Too many requests"),

  // Signing in
  MALFORMED_MESSAGE(400, "Not an ERC-4361 message"),
  WRONG_DOMAIN(401, "The message was made for another domain"),
  WRONG_CHAIN(401, "The message was made for another chain"),
  NONCE_UNKNOWN(401, "The nonce is unknown, used or expired"),
  MESSAGE_EXPIRED(401, "The message is not valid at this time"),
  BAD_SIGNATURE(401, "The signature is not that of the address in the message"),
  TOKEN_MISSING(401, "A bearer token is needed"),
  TOKEN_INVALID(401, "The bearer token is not one of ours"),
  TOKEN_EXPIRED(401, "The bearer token has expired"),
  REFRESH_INVALID(401, "The refresh token is not one of a sign-in that lasts"),
  REFRESH_EXPIRED(401, "The sign-in has come to its end"),
  REFRESH_REUSED(401, "The refresh token was used before; the sign-in is over"),
  TICKET_INVALID(401, "The ticket is unknown, used or expired"),
  SERVICE_TOKEN_MISSING(401, "The header x-service-token is needed"),
  SERVICE_TOKEN_INVALID(401, "The service token is not the one expected"),

  // Sessions
  BOOKING_NOT_FOUND(404, "No such booking"),
  ESCROW_NOT_FOUND(404, "No such escrow is served here"),
  NOT_A_PARTICIPANT(403, "The wallet is neither host nor guest of this booking"),
  TOO_EARLY_TO_JOIN(409, "Joining opens five minutes before the start"),
  SESSION_OVER(409, "The session is over"),
  BOOKING_NOT_ACTIVE(409, "The booking is not in status Booked"),
  LEASE_OVER(409, "The connection has ended; join anew"),
  RELAY_UNAVAILABLE(409, "This service has no TURN server, so nothing can be relayed"),
  CONNECTION_REPLACED(409, "The wallet has joined anew elsewhere"),
  CONNECTION_NOT_FOUND(404, "No such connection of this wallet in this booking"),
  WRONG_ORIGIN(403, "Pages of this origin may not open a socket here"),
  NOT_A_WEBSOCKET(400, "This path is for WebSocket"),

  // Attesting and reading
  SESSION_RUNNING(409, "The session is still running"),
  GRACE_NOT_OVER(409, "The grace is not over"),
  OVERLAP_NOT_MET(409, "The window for this outcome is not open yet"),
  WINDOW_MISSED(409, "The window for this outcome is over"),
  PRESENCE_UNKNOWN(409, "The service was not watching when it mattered"),
  ALREADY_SETTLED(409, "The booking is settled"),
  BAD_OUTCOME(400, "Not one of Completed, NoShowHost, NoShowGuest"),
  BAD_REASON(400, "A reason is one line of plain text, at most 500 characters"),
  OPERATOR_UNKNOWN(403, "The request is not signed by one of the operators"),
  OPERATOR_IS_PARTY(403, "An operator does not judge a booking of its own"),
  OVERRIDE_REPLAYED(409, "This request was taken before"),
  OUTCOME_IS_COMPUTED(409, "The rulebook gives the same outcome; it needs no override"),
  ATTESTATION_SIGNED(409, "An attestation is signed already and may be mined"),
  ATTESTATION_UNDER_WAY(409, "The same outcome is being attested already"),
  OVERRIDDEN(409, "An operator forced an outcome meanwhile"),
  ORACLE_OFF(503, "This node does not attest"),
  BAD_STATEMENT(400, "A statement is a text of at most 4,000 characters"),
  STATEMENTS_CLOSED(409, "Statements are taken while the booking is attested or disputed"),
  TOO_MANY_STATEMENTS(409, "Each party may make three statements of a booking"),
  BAD_MAILBOX(400, "Not a mailbox that e-mail can be sent to"),
  CODE_INVALID(409, "The code is wrong, used or expired"),
  TOO_MANY_CODES(409, "That mailbox got as many codes as it may; wait an hour"),
  MAILBOX_NOT_FOUND(404, "The wallet has no mailbox"),
  MAIL_OFF(409, "This service sends no e-mail"),
  METRICS_NOT_FOUND(404, "No metrics are stored for this booking"),
  NOT_ALLOWED(403, "Only the parties and the operator may read this"),

  BAD_HOST_SETTINGS(400, "Not settings that a host can have"),
  NOT_THE_REVIEWER(403, "Only the escrow's owner may read its disputes"),

  // The service
  TOO_MANY_STREAMS(503, "This node has as many event streams as it takes"),
  DATABASE_UNAVAILABLE(503, "The database is away"),
  MAIL_UNAVAILABLE(503, "The mail server is away"),
  CHAIN_UNAVAILABLE(503, "The chain is away"),
  INTERNAL(500, "Something went wrong here");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The stable code that clients compare, for example {@code booking_not_found}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
