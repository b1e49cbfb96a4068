package org.sessionsettlement.controlplane.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.booking.Bookings;
import org.sessionsettlement.controlplane.explain.Readers;
import org.sessionsettlement.controlplane.limit.TokenBuckets;
import org.sessionsettlement.controlplane.oracle.ServiceToken;
import org.sessionsettlement.controlplane.problem.Caller;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Statements over HTTP. */
@RestController
public final class StatementController {
  private final Bookings bookings;
  private final BookingIds ids;
  private final Readers readers;
  private final Statements statements;
  private final TokenBuckets perWallet;

  public StatementController(
      Bookings bookings,
      BookingIds ids,
      Readers readers,
      Statements statements,
      TokenBuckets perWallet) {
    this.bookings = bookings;
    this.ids = ids;
    this.readers = readers;
    this.statements = statements;
    this.perWallet = perWallet;
  }

  record StatementRequest(@Nullable String text) {
    String said() {
      return text == null ? "" : text;
    }
  }

  /**
   * @param text absent, as the salt is, once it was erased
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StatementJson(
      String role,
      String wallet,
      long saidAtMs,
      String hash,
      @Nullable String salt,
      @Nullable String text) {
    static StatementJson of(Statement statement, BookingRecord booking) {
      return new StatementJson(
          statement.wallet().equals(booking.host()) ? "host" : "guest",
          statement.wallet().toString(),
          statement.saidMs(),
          statement.hash().toString(),
          statement.words().map(Words::salt).orElse(null),
          statement.words().map(Words::text).orElse(null));
    }
  }

  record StatementsJson(List<StatementJson> statements) {}

  @PostMapping("/bookings/{booking}/statements")
  StatementJson add(
      @PathVariable("booking") String text,
      @RequestBody StatementRequest request,
      @Nullable Principal principal) {
    var wallet = Caller.walletOf(principal);
    perWallet.require(wallet.toString());
    var booking = bookings.require(ids.parse(text));
    return switch (statements.add(booking, wallet, request.said())) {
      case Statements.Result.Kept(var statement) -> StatementJson.of(statement, booking);
      case Statements.Result.Refused(var code) -> throw new ProblemException(code);
    };
  }

  @GetMapping("/bookings/{booking}/statements")
  StatementsJson list(
      @PathVariable("booking") String text,
      @RequestHeader(name = ServiceToken.HEADER, required = false) @Nullable String token,
      @Nullable Principal principal) {
    var booking = bookings.require(ids.parse(text));
    readers.require(booking, principal, token);
    var said = statements.of(booking.key());
    return new StatementsJson(said.stream().map(one -> StatementJson.of(one, booking)).toList());
  }
}
