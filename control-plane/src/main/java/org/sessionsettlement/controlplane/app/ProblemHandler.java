package org.sessionsettlement.controlplane.app;

import java.util.Optional;
import org.sessionsettlement.controlplane.problem.Problem;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Answers every fault as application/problem+json (RFC 9457) with a stable code in {@code error}.
 */
@RestControllerAdvice
final class ProblemHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
  private static final String RETRY_AFTER_SECONDS = "5";

  @ExceptionHandler(ProblemException.class)
  ResponseEntity<ProblemDetail> problem(ProblemException e) {
    return answer(e.problem(), HttpHeaders.EMPTY);
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
    return answer(Problem.of(ProblemCode.MALFORMED_JSON), HttpHeaders.EMPTY);
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ResponseEntity<ProblemDetail> notOfItsType(MethodArgumentTypeMismatchException e) {
    return answer(
        new Problem(ProblemCode.BAD_REQUEST, e.getName() + " is not what is expected there"),
        HttpHeaders.EMPTY);
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<ProblemDetail> fault(Exception e) {
    if (e instanceof ErrorResponse refused) {
      return answer(Problem.of(codeOf(refused.getStatusCode())), refused.getHeaders());
    }
    Optional<ProblemCode> outage = Outage.codeOf(e);
    if (outage.isPresent()) {
      return answer(Problem.of(outage.get()), HttpHeaders.EMPTY);
    }
    LOG.error("a request failed", e);
    return answer(Problem.of(ProblemCode.INTERNAL), HttpHeaders.EMPTY);
  }

  /** What Spring itself refuses, in our words. */
  static ProblemCode codeOf(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> ProblemCode.NOT_FOUND;
      case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
      case 406 -> ProblemCode.NOT_ACCEPTABLE;
      case 413 -> ProblemCode.BODY_TOO_LARGE;
      case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
      default -> status.is4xxClientError() ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL;
    };
  }

  /** Whole seconds, rounded up: who waits that long is let in. */
  private static Optional<String> retryAfter(Problem problem) {
    return problem
        .retryAfter()
        .map(wait -> Long.toString(wait.plusSeconds(1).minusNanos(1).toSeconds()))
        .or(
            () ->
                problem.code().status() == HttpStatus.SERVICE_UNAVAILABLE.value()
                    ? Optional.of(RETRY_AFTER_SECONDS)
                    : Optional.empty());
  }

  static ResponseEntity<ProblemDetail> answer(Problem problem, HttpHeaders headers) {
    var status = HttpStatus.valueOf(problem.code().status());
    var detail = ProblemDetail.forStatusAndDetail(status, problem.detail());
    detail.setTitle(problem.code().title());
    detail.setProperty("error", problem.code().code());
    var response =
        ResponseEntity.status(status)
            .headers(headers)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    retryAfter(problem).ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, wait));
    return response.body(detail);
  }
}
