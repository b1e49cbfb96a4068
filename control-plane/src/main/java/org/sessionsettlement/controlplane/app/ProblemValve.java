package org.sessionsettlement.controlplane.app;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.problem.Problem;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * What Tomcat refuses before anything of ours sees it, say a path that is no path, as a problem.
 */
public final class ProblemValve extends ErrorReportValve {
  private static final int FIRST_ERROR = 400;

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    int status = response.getStatus();
    if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    var code = ProblemHandler.codeOf(HttpStatusCode.valueOf(status));
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getReporter().write(json(Problem.of(code), status));
      response.finishResponse();
    } catch (IOException e) {
      // Whoever asked has gone.
    }
  }

  private static String json(Problem problem, int status) {
    return """
    {"error":"%s","status":%d,"title":"%s","detail":"%s"}"""
        .formatted(problem.code().code(), status, problem.code().title(), problem.detail());
  }
}
