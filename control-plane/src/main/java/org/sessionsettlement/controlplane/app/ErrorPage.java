package org.sessionsettlement.controlplane.app;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.sessionsettlement.controlplane.problem.Problem;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The last resort: what the servlet container refuses itself is a problem like any other. */
@RestController
final class ErrorPage implements ErrorController {
  private static final int UNKNOWN = 500;

  @RequestMapping("${server.error.path:/error}")
  ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // Asked for directly, there is no error to show: this path does not exist.
    int code = status instanceof Integer known ? known : directly(request);
    var problem = Problem.of(ProblemHandler.codeOf(HttpStatusCode.valueOf(code)));
    return ProblemHandler.answer(problem, HttpHeaders.EMPTY);
  }

  private static int directly(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) == null ? 404 : UNKNOWN;
  }
}
