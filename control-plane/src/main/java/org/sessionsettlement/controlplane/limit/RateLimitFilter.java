package org.sessionsettlement.controlplane.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Function;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Takes a token of the request's bucket, or ends the request with 429 and Retry-After. */
public final class RateLimitFilter extends OncePerRequestFilter {
  private final TokenBuckets buckets;
  private final Function<HttpServletRequest, Optional<String>> key;
  private final HandlerExceptionResolver problems;

  private RateLimitFilter(
      TokenBuckets buckets,
      Function<HttpServletRequest, Optional<String>> key,
      HandlerExceptionResolver problems) {
    this.buckets = buckets;
    this.key = key;
    this.problems = problems;
  }

  public static RateLimitFilter perAddress(
      TokenBuckets buckets, HandlerExceptionResolver problems) {
    return new RateLimitFilter(
        buckets, request -> Optional.of(ClientAddress.keyOf(request)), problems);
  }

  /** Lets pass requests without a key. */
  public static RateLimitFilter by(
      Function<HttpServletRequest, Optional<String>> key,
      TokenBuckets buckets,
      HandlerExceptionResolver problems) {
    return new RateLimitFilter(buckets, key, problems);
  }

  /** Lets pass who is not signed in: that request has no wallet to spare. */
  public static RateLimitFilter perWallet(TokenBuckets buckets, HandlerExceptionResolver problems) {
    return new RateLimitFilter(
        buckets,
        request -> Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName),
        problems);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      key.apply(request).ifPresent(buckets::require);
    } catch (ProblemException e) {
      problems.resolveException(request, response, null, e);
      return;
    }
    chain.doFilter(request, response);
  }
}
