package org.sessionsettlement.controlplane.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets supervisors ask how the service is, and nobody anything else. */
final class InternalFilter extends OncePerRequestFilter {
  private static final Set<String> SERVED = Set.of("/health", "/metrics");

  private final HandlerExceptionResolver problems;

  InternalFilter(HandlerExceptionResolver problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SERVED.contains(request.getRequestURI())) {
      chain.doFilter(request, response);
    } else {
      problems.resolveException(
          request, response, null, new ProblemException(ProblemCode.NOT_FOUND));
    }
  }
}
