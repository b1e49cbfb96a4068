package org.sessionsettlement.controlplane.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Bounds how often an address may guess a token: where it has guessed too often, the right one is
 * refused as well, so that no answer tells a right guess.
 */
public final class WrongTokenFilter extends OncePerRequestFilter {
  private final String header;
  private final Predicate<String> isRight;
  private final TokenBuckets buckets;
  private final HandlerExceptionResolver problems;

  /**
   * @param header that the token comes in; requests without it pass
   * @param isRight takes the same time whatever the token
   */
  public WrongTokenFilter(
      String header,
      Predicate<String> isRight,
      TokenBuckets buckets,
      HandlerExceptionResolver problems) {
    this.header = header;
    this.isRight = isRight;
    this.buckets = buckets;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String token = request.getHeader(header);
    if (token != null) {
      String address = ClientAddress.keyOf(request);
      try {
        // Taken first and given back, so that guesses sent all at once are counted, too.
        buckets.require(address);
      } catch (ProblemException e) {
        problems.resolveException(request, response, null, e);
        return;
      }
      if (isRight.test(token)) {
        buckets.giveBack(address);
      }
    }
    chain.doFilter(request, response);
  }
}
