package org.sessionsettlement.controlplane.auth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Turns a bearer token, or the ticket in a GET's query, into the request's principal, whose name is
 * the wallet. Without either the request goes on with nobody signed in; with a bad one it ends
 * here.
 */
public final class AuthFilter extends OncePerRequestFilter {
  private static final String SCHEME = "bearer ";
  private static final String TICKET = "ticket";

  private final AccessTokens tokens;
  private final Tickets tickets;
  private final HandlerExceptionResolver problems;

  public AuthFilter(AccessTokens tokens, Tickets tickets, HandlerExceptionResolver problems) {
    this.tokens = tokens;
    this.tickets = tickets;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Principal> principal;
    try {
      principal = bearer(request).map(this::principal).or(() -> ticketHolder(request));
    } catch (RuntimeException e) {
      problems.resolveException(request, response, null, e);
      return;
    }
    chain.doFilter(
        principal.<HttpServletRequest>map(p -> signedIn(request, p)).orElse(request), response);
  }

  private static Optional<String> bearer(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(header -> header.substring(SCHEME.length()).strip());
  }

  private Principal principal(String token) {
    return switch (tokens.check(token)) {
      case AccessTokens.Check.Valid(var wallet) -> wallet::toString;
      case AccessTokens.Check.Expired() -> throw new ProblemException(ProblemCode.TOKEN_EXPIRED);
      case AccessTokens.Check.Invalid() -> throw new ProblemException(ProblemCode.TOKEN_INVALID);
    };
  }

  /** Reading alone: a request that changes something can carry a header. */
  private Optional<Principal> ticketHolder(HttpServletRequest request) {
    return Optional.of(request)
        .filter(asked -> asked.getMethod().equals("GET"))
        .map(asked -> asked.getParameter(TICKET))
        .map(
            ticket ->
                tickets
                    .use(ticket)
                    .orElseThrow(() -> new ProblemException(ProblemCode.TICKET_INVALID)))
        .map(wallet -> wallet::toString);
  }

  private static HttpServletRequest signedIn(HttpServletRequest request, Principal principal) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public Principal getUserPrincipal() {
        return principal;
      }
    };
  }
}
