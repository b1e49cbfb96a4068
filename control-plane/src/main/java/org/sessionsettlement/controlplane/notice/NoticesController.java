package org.sessionsettlement.controlplane.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.oracle.ServiceToken;
import org.sessionsettlement.controlplane.problem.WholeNumber;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All notices, for an operator that missed some. */
@RestController
public final class NoticesController {
  static final int DEFAULT_LIMIT = 50;
  static final int MOST = 200;

  private final NoticeLog log;
  private final ServiceToken serviceToken;

  public NoticesController(NoticeLog log, ServiceToken serviceToken) {
    this.log = log;
    this.serviceToken = serviceToken;
  }

  /**
   * @param next what to give as {@code after} for the next page: the last number, or what was given
   *     where there is nothing after it yet
   */
  record PageJson(List<JsonNode> notices, long next) {}

  @GetMapping("/notices")
  PageJson list(
      @RequestHeader(name = ServiceToken.HEADER, required = false) @Nullable String token,
      @RequestParam(name = "after", required = false) @Nullable String after,
      @RequestParam(name = "limit", required = false) @Nullable String limit) {
    serviceToken.require(token);
    long from = WholeNumber.read("after", after, 0, 0, Long.MAX_VALUE);
    int most = (int) WholeNumber.read("limit", limit, DEFAULT_LIMIT, 1, MOST);
    var notices = log.page(from, most).stream().map(JsonMapper.shared()::readTree).toList();
    long next = notices.isEmpty() ? from : notices.getLast().get("number").longValue();
    return new PageJson(notices, next);
  }
}
